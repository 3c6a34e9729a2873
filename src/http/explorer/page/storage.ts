const prefix = 'maqal:';

/**
 * Keeps the explorer's tabs apart from those of any other GraphiQL on the same host and port.
 *
 * Every service in development answers at localhost, and they all share one `localStorage`.
 */
export function createStorage(store: Storage) {
  const ownKeys = () => Object.keys(store).filter((key) => key.startsWith(prefix));
  return {
    getItem: (key: string) => store.getItem(prefix + key),
    setItem: (key: string, value: string) => {
      store.setItem(prefix + key, value);
    },
    removeItem: (key: string) => {
      store.removeItem(prefix + key);
    },
    clear: () => {
      for (const key of ownKeys()) store.removeItem(key);
    },
    get length() {
      return ownKeys().length;
    },
  };
}
