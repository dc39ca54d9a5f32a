/** The same function, worked out once for each key, for as long as it is kept. */
export function rememberedBy<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, { readonly value: Value }>();
  return (key) => {
    const seen = known.get(key) ?? { value: make(key) };
    known.set(key, seen);
    return seen.value;
  };
}
