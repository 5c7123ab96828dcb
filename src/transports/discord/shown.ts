import { type APIMessageTopLevelComponent, ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { z } from 'zod';

const text = z.object({ type: z.literal(ComponentType.TextDisplay), content: z.string() });
const link = z.object({
  type: z.literal(ComponentType.Button),
  style: z.literal(ButtonStyle.Link),
  label: z.string(),
  url: z.string(),
});
const row = z.object({ type: z.literal(ComponentType.ActionRow), components: z.array(link) });
const container = z.object({
  type: z.literal(ComponentType.Container),
  accent_color: z.number().nullish(),
  components: z.array(z.union([text, row])),
});

/** The containers of one of our messages, to be shown again: texts and links, without what could be clicked. */
export function shownAgain(components: readonly unknown[]): APIMessageTopLevelComponent[] {
  return components.flatMap((component) => {
    const result = container.safeParse(component);
    if (!result.success) return [];
    const { type, accent_color: colour, components: parts } = result.data;
    return [{ type, accent_color: colour ?? undefined, components: parts }];
  });
}
