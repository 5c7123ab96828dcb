import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  type APISelectMenuOption,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import type { Panel, Reply } from '../../answer/reply.ts';
import { type Action, toCustomId } from './custom-id.ts';
import { cut } from './cut.ts';
import { MAX_LABEL, MAX_OPTION_TEXT, MAX_SELECT_OPTIONS, MAX_URL } from './limits.ts';

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** What somebody can do with a private answer: another version, a neighbour, show it to all, say that it is no help. */
export function answerControls(reply: Reply): Row[] {
  const { id, versions, verdict, related } = reply;
  const rows: Row[] = [];
  if (id && versions.length > 1) {
    const options = versions.map((version) => ({
      label: `.NET ${version}`,
      value: version,
      default: version === verdict?.dotnet,
    }));
    rows.push(select({ do: 'version', argument: id }, 'Another .NET version', options));
  }
  if (related.length > 0) rows.push(select({ do: 'open' }, 'Open a related answer', related.map(toOption)));
  if (!reply.answered) return rows;
  const buttons = [button({ do: 'share' }, 'Share here', ButtonStyle.Primary)];
  if (id) buttons.push(button({ do: 'unhelpful', argument: id }, 'Not helpful', ButtonStyle.Secondary));
  return [...rows, row(buttons)];
}

/** What stands below an answer that was shared: only the asker and moderators can take it away. */
export function sharedControls(asker: string): Row[] {
  return [row([button({ do: 'delete', argument: asker }, 'Delete', ButtonStyle.Secondary)])];
}

/** The buttons and the select of the newcomers' panel. */
export function panelControls({ intro, prerequisites, docs }: Panel): Row[] {
  const buttons: APIButtonComponent[] = [
    button({ do: 'panel-show', argument: intro.id }, cut(intro.title, MAX_LABEL), ButtonStyle.Primary),
    button({ do: 'panel-library' }, 'Check a library', ButtonStyle.Secondary),
  ];
  if (docs && docs.length <= MAX_URL)
    buttons.push({ type: ComponentType.Button, style: ButtonStyle.Link, label: 'Read the docs', url: docs });
  const options = prerequisites.map(toOption);
  const system = select({ do: 'panel-prerequisites' }, 'Prepare my machine: choose your system', options);
  return options.length > 0 ? [row(buttons), system] : [row(buttons)];
}

// --- internal ---

function row(components: APIComponentInMessageActionRow[]): Row {
  return { type: ComponentType.ActionRow, components };
}

function button(action: Action, label: string, style: ButtonStyle.Primary | ButtonStyle.Secondary): APIButtonComponent {
  return { type: ComponentType.Button, style, label, custom_id: toCustomId(action) };
}

function select(action: Action, placeholder: string, options: APISelectMenuOption[]): Row {
  const shown = options.slice(0, MAX_SELECT_OPTIONS);
  return row([{ type: ComponentType.StringSelect, custom_id: toCustomId(action), placeholder, options: shown }]);
}

function toOption({ id, title }: { id: string; title: string }): APISelectMenuOption {
  return { label: cut(title, MAX_OPTION_TEXT), value: id.slice(0, MAX_OPTION_TEXT) };
}
