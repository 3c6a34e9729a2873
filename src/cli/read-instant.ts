import { InvalidArgumentError } from 'commander';

const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i;

/** An option's instant in RFC 3339. Errors: commander's InvalidArgumentError. */
export function readInstant(text: string): Date {
  const instant = new Date(text);
  if (rfc3339.test(text) && !Number.isNaN(instant.getTime())) return instant;
  throw new InvalidArgumentError('Wanted an instant such as 2024-06-11T09:00:00Z.');
}
