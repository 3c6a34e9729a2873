const minuteMs = 60_000;

/** When the time ends in which its author may edit a comment; null for without end. */
export function endOfEditing(createdAt: Date, editWindowMinutes: number | null): Date | null {
  if (editWindowMinutes === null) return null;
  return new Date(createdAt.getTime() + editWindowMinutes * minuteMs);
}
