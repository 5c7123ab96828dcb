import { type APIMessageTopLevelComponent, ComponentType } from 'discord-api-types/v10';
import { cutMarkdown } from './cut.ts';
import { BYTES_PER_DISPLAY, MAX_COMPONENTS, MAX_TEXT, MAX_TEXT_BYTES } from './limits.ts';

/**
 * The last look before a message leaves: what would be over Discord's limits is cut off, whatever made it. Texts lose
 * their end, in whole sentences; components that are too many, or bear an id for the second time, go.
 */
export function guard(components: readonly APIMessageTopLevelComponent[]): APIMessageTopLevelComponent[] {
  const room = { characters: MAX_TEXT, bytes: MAX_TEXT_BYTES, components: MAX_COMPONENTS, ids: new Set<string>() };
  return components.flatMap((component) => guardOne(component, room));
}

// --- internal ---

interface Room {
  characters: number;
  bytes: number;
  components: number;
  ids: Set<string>;
}

function guardOne(component: APIMessageTopLevelComponent, room: Room): APIMessageTopLevelComponent[] {
  if (room.components < 1) return [];
  room.components -= 1;
  if (component.type === ComponentType.TextDisplay) {
    const content = takeText(component.content, room);
    return content ? [{ ...component, content }] : [];
  }
  if (component.type === ComponentType.Container) {
    const components = component.components.flatMap((child) => guardChild(child, room));
    return components.length > 0 ? [{ ...component, components }] : [];
  }
  if (component.type === ComponentType.ActionRow) {
    const components = component.components.filter((child) => takeId(child, room));
    return components.length > 0 ? [{ ...component, components }] : [];
  }
  return [component];
}

/** What a container may hold is a part of what a message may hold. */
function guardChild<T extends APIMessageTopLevelComponent>(child: T, room: Room): T[] {
  const kept: unknown[] = guardOne(child, room);
  return kept.filter((part): part is T => part !== null);
}

function takeText(content: string, room: Room): string {
  let text = cutMarkdown(content, room.characters);
  while (text && Buffer.byteLength(text) + BYTES_PER_DISPLAY > room.bytes)
    text = cutMarkdown(text, Math.floor(text.length * 0.9) - 1);
  room.characters -= text.length;
  room.bytes -= text ? Buffer.byteLength(text) + BYTES_PER_DISPLAY : 0;
  return text.trim() === '' ? '' : text;
}

function takeId(child: object, room: Room): boolean {
  if (room.components < 1) return false;
  room.components -= 1;
  if (!('custom_id' in child) || typeof child.custom_id !== 'string') return true;
  const isNew = !room.ids.has(child.custom_id);
  room.ids.add(child.custom_id);
  return isNew;
}
