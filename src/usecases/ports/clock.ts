/** Where «now» comes from. Use cases hold it; the domain takes the day as a value. */
export interface Clock {
  now(): Date;
}
