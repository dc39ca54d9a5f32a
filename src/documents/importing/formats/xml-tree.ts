import { type Attributes, readXml } from './xml.ts';

/** An element with what stands in it, in order; text outside elements of its own is in `text`. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

interface OpenElement {
  readonly name: string;
  readonly attributes: Attributes;
  children: readonly OpenElement[];
  text: string;
}

/** Most elements have none, and a long table has a million elements. */
const NO_CHILDREN: readonly OpenElement[] = [];

/** Reads a part and hands on its elements of one depth whole (1 is the root), one after the other. */
export async function readTrees(
  chunks: AsyncIterable<Uint8Array>,
  handOn: (element: XmlElement) => void,
  isRoot: (name: string, depth: number) => boolean,
): Promise<void> {
  const stack: { element: OpenElement; children: OpenElement[] | null }[] = [];
  await readXml(chunks, {
    open(name, attributes, depth) {
      const parent = stack.at(-1);
      if (parent === undefined && !isRoot(name, depth)) return;
      const element: OpenElement = { name, attributes, children: NO_CHILDREN, text: '' };
      if (parent !== undefined) {
        parent.children ??= [];
        parent.children.push(element);
      }
      stack.push({ element, children: null });
    },
    text(text) {
      const open = stack.at(-1);
      if (open !== undefined) open.element.text += text;
    },
    close() {
      const closed = stack.pop();
      if (closed === undefined) return;
      // A copy is as long as it must be; the list that grew has room to spare.
      if (closed.children !== null) closed.element.children = closed.children.slice();
      if (stack.length === 0) handOn(closed.element);
    },
  });
}

/** A small part as one tree. */
export async function readTree(chunks: AsyncIterable<Uint8Array>): Promise<XmlElement> {
  let root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const take = (element: XmlElement) => {
    root = element;
  };
  await readTrees(chunks, take, (_name, depth) => depth === 1);
  return root;
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The value of the child's «val»; «» for a child without one, undefined without the child. */
export function settingIn(element: XmlElement | undefined, name: string): string | undefined {
  const child = childOf(element, name);
  return child === undefined ? undefined : (child.attributes['val'] ?? '');
}

/** Whether an on-off property is on: present, and not said to be off. */
export function isOn(element: XmlElement | undefined, name: string): boolean {
  const value = settingIn(element, name);
  return value !== undefined && !['0', 'false', 'off', 'none'].includes(value);
}
