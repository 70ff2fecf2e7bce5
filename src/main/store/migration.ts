/** One step of the database's schema. `version` is what `PRAGMA user_version` reads after it. */
export interface Migration {
  readonly version: number;
  readonly sql: string;
}
