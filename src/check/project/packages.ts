import { isBuildTool } from './names.ts';
import type { Conditional } from './types.ts';
import { expand, splitList } from './values.ts';
import type { Element } from './xml.ts';

/** What one item says about packages. */
export interface PackageElement {
  ids: string[];
  versions: string[];
  /** A central version, which is used where a reference gives none. */
  central: boolean;
  removes: boolean;
  isBuildOnly(id: string): boolean;
}

/** Characters that a package id may have; anything else is an MSBuild expression. */
const PACKAGE_ID = /^[\w.-]{1,100}$/;
/** What of a package the app itself gets. */
const APP_ASSETS = new Set(['all', 'compile', 'runtime', 'native']);

/** Reads a `PackageReference` or `PackageVersion`; null for any other item. */
export function readPackage(element: Element, properties: ReadonlyMap<string, Conditional[]>): PackageElement | null {
  const name = element.name.replace(/^\w+:/, '').toLowerCase();
  if (!/^(?:package(?:reference|version)|globalpackagereference)$/.test(name)) return null;
  const removed = attributeOf(element, 'Remove');
  const list = removed ?? attributeOf(element, 'Include') ?? attributeOf(element, 'Update') ?? '';
  const version = metadataOf(element, 'VersionOverride') ?? metadataOf(element, 'Version');
  return {
    ids: splitList(list).filter((id) => PACKAGE_ID.test(id)),
    versions: version ? resolve(version, properties) : [],
    central: name === 'packageversion',
    removes: removed !== null,
    isBuildOnly: (id) => name === 'globalpackagereference' || isBuildTool(id) || givesNothing(element),
  };
}

/** An attribute, whatever its capitals. */
export function attributeOf({ attributes }: Element, name: string): string | null {
  const found = Object.entries(attributes).find(([key]) => key.toLowerCase() === name.toLowerCase());
  return found?.[1].trim() || null;
}

// --- internal ---

/** Metadata may be an attribute or a child element. */
function metadataOf(element: Element, name: string): string | null {
  const child = element.children.find((each) => each.name.toLowerCase() === name.toLowerCase());
  return attributeOf(element, name) ?? (child?.text.trim() || null);
}

/** `$(SerilogVersion)` is shown with what the file itself sets it to. */
function resolve(version: string, properties: ReadonlyMap<string, Conditional[]>): string[] {
  return expand(version, properties).map((value) => (value === version ? value : `${value} (${version})`));
}

/** The app gets neither an assembly to compile against nor one to run. */
function givesNothing(element: Element): boolean {
  if (metadataOf(element, 'OutputItemType')?.toLowerCase() === 'analyzer') return true;
  const included = assetsOf(element, 'IncludeAssets');
  const excluded = assetsOf(element, 'ExcludeAssets');
  if (included.length > 0 && !included.some((asset) => APP_ASSETS.has(asset))) return true;
  return excluded.includes('all') || (excluded.includes('compile') && excluded.includes('runtime'));
}

function assetsOf(element: Element, name: string): string[] {
  return splitList(metadataOf(element, name) ?? '').map((asset) => asset.toLowerCase());
}
