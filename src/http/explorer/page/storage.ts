const PREFIX = 'maqal:';

/**
 * Keeps the explorer's tabs apart from those of any other GraphiQL on the same host and port.
 *
 * Every service in development answers at localhost, and they all share one `localStorage`.
 */
export function createStorage(store: Storage) {
  const ownKeys = () => Object.keys(store).filter((key) => key.startsWith(PREFIX));
  return {
    getItem: (key: string) => store.getItem(PREFIX + key),
    setItem: (key: string, value: string) => {
      store.setItem(PREFIX + key, value);
    },
    removeItem: (key: string) => {
      store.removeItem(PREFIX + key);
    },
    clear: () => {
      for (const key of ownKeys()) store.removeItem(key);
    },
    get length() {
      return ownKeys().length;
    },
  };
}
