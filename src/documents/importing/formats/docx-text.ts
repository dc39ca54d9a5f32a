import { RefusedPaperError } from '../refusal.ts';
import type { Numbering } from './docx-numbering.ts';
import type { ParagraphSetting, RunSetting, Styles } from './docx-styles.ts';
import { isLegacyFont, isSymbolFont, showSigns, showStraySigns } from './symbol-fonts.ts';
import { TextFlow } from './text-flow.ts';
import { childOf, isOn, settingIn, type XmlElement } from './xml-tree.ts';

/** What the reader of a Word file carries along. */
export interface WordReading {
  readonly styles: Styles;
  readonly numbering: Numbering;
  /** What was met that a person should know of. */
  readonly met: Set<'tracked' | 'struck' | 'comment' | 'footnote'>;
  readonly aside: string[];
  legacyFontText: string;
  /** Paragraphs and table rows so far. */
  line: number;
}

export interface ReadParagraph {
  readonly flow: TextFlow;
  readonly numbering: string;
  readonly headingLevel: number | undefined;
  /** Paragraphs of text boxes that are anchored in it. */
  readonly boxes: readonly XmlElement[];
  readonly breaksPage: boolean;
  /** Its end was deleted: the next one carries it on. */
  readonly isJoined: boolean;
}

interface Collecting {
  readonly reading: WordReading;
  readonly paragraph: ParagraphSetting;
  readonly flow: TextFlow;
  readonly boxes: XmlElement[];
  /** Instructions of fields that are open; their results are what is shown. */
  readonly fields: { isResult: boolean; instruction: string }[];
  breaksPage: boolean;
}

/** Fields that start a program when Word opens the file. */
const STARTS_PROGRAM = /^\s*"?(?:DDE|DDEAUTO)\b/iu;

export function readParagraph(element: XmlElement, reading: WordReading): ReadParagraph {
  const properties = childOf(element, 'pPr');
  const paragraph = reading.styles.paragraph(properties);
  const collecting: Collecting = {
    reading,
    paragraph,
    flow: new TextFlow(),
    boxes: [],
    fields: [],
    breaksPage: isOn(properties, 'pageBreakBefore') || endsSection(properties),
  };
  collect(element, collecting);
  const mark = childOf(properties, 'rPr');
  const isJoined = childOf(mark, 'del') !== undefined;
  if (isJoined || childOf(mark, 'ins') !== undefined) reading.met.add('tracked');
  if (collecting.flow.hasStruck()) reading.met.add('struck');
  return {
    flow: collecting.flow,
    numbering: isJoined ? '' : numberOf(paragraph, settingIn(properties, 'pStyle'), reading),
    headingLevel: paragraph.headingLevel,
    boxes: collecting.boxes,
    breaksPage: collecting.breaksPage,
    isJoined,
  };
}

/** A section of its own begins a page, unless it says otherwise. */
function endsSection(properties: XmlElement | undefined): boolean {
  const section = childOf(properties, 'sectPr');
  return section !== undefined && settingIn(section, 'type') !== 'continuous';
}

/** List 0 is Word's way to say that a paragraph stands outside its style's list. */
function numberOf(
  { list, level, listStyle }: ParagraphSetting,
  style: string | undefined,
  { numbering }: WordReading,
): string {
  if (list === undefined || list === '0') return '';
  const ofStyle = listStyle ?? style;
  const byStyle = ofStyle === undefined ? null : numbering.levelOfStyle(list, ofStyle);
  return numbering.next(list, level ?? byStyle ?? 0);
}

/** What is deleted or moved away is not in the accepted text. */
const GONE = new Set(['del', 'moveFrom']);
const ADDED = new Set(['ins', 'moveTo']);
const PROPERTIES = new Set(['pPr', 'rPr', 'sdtPr', 'sdtEndPr', 'tblPr', 'trPr', 'tcPr']);

function collect(element: XmlElement, collecting: Collecting): void {
  for (const child of element.children) {
    if (!PROPERTIES.has(child.name) && !isGone(child, collecting.reading)) enter(child, collecting);
  }
}

function isGone({ name }: XmlElement, { met }: WordReading): boolean {
  if (GONE.has(name) || ADDED.has(name)) met.add('tracked');
  if (name === 'commentRangeStart') met.add('comment');
  return GONE.has(name);
}

function enter(child: XmlElement, collecting: Collecting): void {
  if (child.name === 'r') {
    addRun(child, collecting);
    return;
  }
  if (child.name === 'fldSimple') checkField(child.attributes['instr'] ?? '');
  collect(child.name === 'AlternateContent' ? choiceOf(child) : child, collecting);
}

/** Of two ways to say the same, the one that a newer Word takes. */
export function choiceOf(element: XmlElement): XmlElement {
  return childOf(element, 'Choice') ?? childOf(element, 'Fallback') ?? element;
}

function addRun(run: XmlElement, collecting: Collecting): void {
  const { reading, paragraph } = collecting;
  const setting = reading.styles.run(childOf(run, 'rPr'), paragraph);
  for (const part of run.children) {
    const isShown =
      collecting.fields.every(({ isResult }) => isResult) && setting.isHidden !== true;
    addPart(part, setting, isShown, collecting);
  }
}

function addPart(
  part: XmlElement,
  setting: RunSetting,
  isShown: boolean,
  collecting: Collecting,
): void {
  const { flow, reading, boxes } = collecting;
  switch (part.name) {
    case 'fldChar':
      followField(part, collecting);
      break;
    case 'instrText':
      for (const field of collecting.fields.slice(-1)) field.instruction += part.text;
      break;
    case 'footnoteReference':
    case 'endnoteReference':
      reading.met.add('footnote');
      break;
    case 'commentReference':
      reading.met.add('comment');
      break;
    case 'br':
      if (part.attributes['type'] === 'page') collecting.breaksPage = true;
      else flow.breakLine();
      break;
    case 'AlternateContent':
      for (const inner of choiceOf(part).children) addPart(inner, setting, isShown, collecting);
      break;
    case 'drawing':
    case 'pict':
    case 'object':
      boxes.push(...boxesIn(part, reading));
      break;
    default:
      if (isShown) addText(part, setting, collecting);
  }
}

function addText(part: XmlElement, setting: RunSetting, { flow, reading }: Collecting): void {
  const { isBold = false, isStruck = false, font } = setting;
  const said = textOf(part);
  if (said === '') return;
  if (isLegacyFont(font)) reading.legacyFontText += said;
  const text = part.name === 't' && isSymbolFont(font) ? showSigns(said, font) : said;
  flow.add(showStraySigns(text), { isBold, isStruck });
}

function textOf({ name, text, attributes }: XmlElement): string {
  switch (name) {
    case 't':
      return text.replace(/\s+/gu, ' ');
    case 'tab':
    case 'ptab':
      return ' ';
    case 'cr':
      return '\n';
    case 'noBreakHyphen':
      return '-';
    case 'sym': {
      const code = Number.parseInt(attributes['char'] ?? '', 16);
      return Number.isNaN(code)
        ? ''
        : showSigns(String.fromCharCode(code), attributes['font'] ?? 'Wingdings');
    }
    default:
      return '';
  }
}

function followField(part: XmlElement, { fields, flow }: Collecting): void {
  const kind = part.attributes['fldCharType'];
  if (kind === 'begin') {
    const box = childOf(childOf(part, 'ffData'), 'checkBox');
    if (box !== undefined) flow.add(isTicked(box) ? '☑' : '☐');
    fields.push({ isResult: false, instruction: '' });
  }
  const field = fields.at(-1);
  if (kind === 'begin' || field === undefined) return;
  // Word joins the pieces of an instruction, so they are judged together.
  checkField(field.instruction);
  if (kind === 'separate') field.isResult = true;
  if (kind === 'end') fields.pop();
}

function isTicked(box: XmlElement): boolean {
  return childOf(box, 'checked') === undefined ? isOn(box, 'default') : isOn(box, 'checked');
}

function checkField(instruction: string): void {
  if (STARTS_PROGRAM.test(instruction)) throw new RefusedPaperError('unsafeDocument');
}

/** The paragraphs of text boxes; what WordArt says, such as a stamp across the page, stands beside. */
function boxesIn(element: XmlElement, reading: WordReading): XmlElement[] {
  if (element.name === 'txbxContent') return [element];
  if (element.name === 'textpath') reading.aside.push(element.attributes['string'] ?? '');
  const inner = element.name === 'AlternateContent' ? choiceOf(element) : element;
  return inner.children.flatMap((child) => boxesIn(child, reading));
}

/** Word's content controls, links and corrections are transparent: what is in them counts. */
export function contentsOf(element: XmlElement): XmlElement[] {
  return element.children.flatMap((child) => {
    if (child.name === 'sdt') return contentsOf(childOf(child, 'sdtContent') ?? child);
    if (['customXml', 'smartTag', 'ins', 'moveTo'].includes(child.name)) return contentsOf(child);
    if (child.name === 'AlternateContent') return contentsOf(choiceOf(child));
    return [child];
  });
}
