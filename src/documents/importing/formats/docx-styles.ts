import type { Archive } from './archive.ts';
import { childOf, childrenOf, isOn, readTree, settingIn, type XmlElement } from './xml-tree.ts';

/** What a paragraph is by its style and its own properties. */
export interface ParagraphSetting {
  readonly list: string | undefined;
  readonly level: number | undefined;
  /** 1 is the highest. */
  readonly headingLevel: number | undefined;
  /** The style that names the list, where one does. */
  readonly listStyle: string | undefined;
  readonly run: RunSetting;
}

export interface RunSetting {
  readonly isBold: boolean | undefined;
  readonly isStruck: boolean | undefined;
  readonly isHidden: boolean | undefined;
  readonly font: string | undefined;
}

/** The styles of a Word file by their names. */
export interface Styles {
  paragraph(properties: XmlElement | undefined): ParagraphSetting;
  run(properties: XmlElement | undefined, paragraph: ParagraphSetting): RunSetting;
}

/** Styles that build on each other in a circle are broken; so many steps are enough for any other. */
const MOST_STEPS = 20;

export async function readStyles(archive: Archive, part: string | undefined): Promise<Styles> {
  if (part === undefined || !archive.has(part)) return stylesOf(undefined);
  return stylesOf(await readTree(archive.open(part)));
}

function stylesOf(tree: XmlElement | undefined): Styles {
  const styles = new Map(
    childrenOf(tree, 'style').map((style) => [style.attributes['styleId'] ?? '', style]),
  );
  const usual = childrenOf(tree, 'style').find(
    ({ attributes }) => attributes['type'] === 'paragraph' && attributes['default'] === '1',
  );
  const defaults = childOf(childOf(childOf(tree, 'docDefaults'), 'rPrDefault'), 'rPr');
  const settings = new Map<string, ParagraphSetting>();
  const ofStyle = (id: string): ParagraphSetting => {
    const known = settings.get(id);
    if (known !== undefined) return known;
    const chain = chainOf(id, styles);
    const setting = settingOf(
      chain.map((style) => [style.attributes['styleId'], childOf(style, 'pPr')]),
      [...chain.map((style) => childOf(style, 'rPr')), defaults],
    );
    settings.set(id, setting);
    return setting;
  };
  return {
    paragraph(properties) {
      const base = ofStyle(settingIn(properties, 'pStyle') ?? usual?.attributes['styleId'] ?? '');
      const own = settingOf([[undefined, properties]], []);
      return { ...merge(base, own), run: base.run };
    },
    run(properties, paragraph) {
      const style = settingIn(properties, 'rStyle');
      const named = style === undefined ? undefined : ofStyle(style).run;
      return merge(merge(paragraph.run, named), runSetting(properties));
    },
  };
}

function chainOf(id: string, styles: ReadonlyMap<string, XmlElement>): XmlElement[] {
  const chain: XmlElement[] = [];
  for (let style = styles.get(id); style !== undefined && chain.length < MOST_STEPS; ) {
    chain.push(style);
    style = styles.get(settingIn(style, 'basedOn') ?? '');
  }
  return chain;
}

/** The nearest word on each property counts. */
function settingOf(
  paragraphs: readonly (readonly [string | undefined, XmlElement | undefined])[],
  runs: readonly (XmlElement | undefined)[],
): ParagraphSetting {
  const numbered = paragraphs.find(([, properties]) => childOf(properties, 'numPr') !== undefined);
  const numbering = childOf(numbered?.[1], 'numPr');
  const level = settingIn(numbering, 'ilvl');
  const outline = paragraphs
    .map(([, properties]) => settingIn(properties, 'outlineLvl'))
    .find((value) => value !== undefined);
  // The lowest outline level of Word is that of body text.
  const isHeading = outline !== undefined && Number(outline) < 9;
  return {
    list: settingIn(numbering, 'numId'),
    level: level === undefined ? undefined : Number(level),
    headingLevel: isHeading ? Number(outline) + 1 : undefined,
    listStyle: numbered?.[0],
    run: runs.map(runSetting).reduceRight((base, nearer) => merge(base, nearer), NOTHING),
  };
}

const NOTHING: RunSetting = {
  isBold: undefined,
  isStruck: undefined,
  isHidden: undefined,
  font: undefined,
};

function runSetting(properties: XmlElement | undefined): RunSetting {
  const fonts = childOf(properties, 'rFonts')?.attributes;
  return {
    isBold: flag(properties, 'b'),
    isStruck: flag(properties, 'strike') ?? flag(properties, 'dstrike'),
    isHidden: flag(properties, 'vanish'),
    font: fonts?.['ascii'] ?? fonts?.['hAnsi'],
  };
}

function flag(properties: XmlElement | undefined, name: string): boolean | undefined {
  return childOf(properties, name) === undefined ? undefined : isOn(properties, name);
}

/** What the nearer one says, and the base where it says nothing. */
function merge<Setting extends object>(
  base: Setting,
  nearer: Partial<Setting> | undefined,
): Setting {
  const said = Object.entries(nearer ?? {}).filter(([, value]) => value !== undefined);
  return { ...base, ...Object.fromEntries(said) };
}
