import { describe, expect, it } from 'vitest';
import { replyFrom } from '../../src/answer/answer.ts';
import { readConditions } from '../../src/answer/conditions.ts';
import { createKnowledge } from '../../src/answer/knowledge.ts';
import { parseKnowledge } from '../../src/knowledge/topic.ts';
import { OOLONG, teaFiles } from '../knowledge/made-up.ts';

describe('a verdict', () => {
  const rows = `support:
  - { dotnet: "7", status: unsupported }
  - { dotnet: "8", status: experimental, note: "Half of it.[^brewing#time]", os: [windows] }
  - { dotnet: "8", status: supported, os: [linux], arch: [x64] }
  - { dotnet: "9", status: supported }
`;
  const vocabulary = 'releases: { first: "7", newest: "9", preview: "10" }';
  const text = OOLONG.replace('support:\n  - { dotnet: "1", status: supported }\n', rows);
  const { topics, problems } = parseKnowledge(
    teaFiles({ 'tea/guides/oolong.md': text, 'tea/vocabulary.yaml': vocabulary }),
  );
  const knowledge = createKnowledge(topics);
  const oolong = knowledge.search.entries.find(({ title }) => title === 'Oolong');
  const verdict = (question: string) => oolong && replyFrom(oolong, readConditions(question), knowledge).verdict;

  it('comes from rows that are in order', () => {
    expect(problems).toEqual([]);
  });

  it.each([
    ['in .NET 7', 'unsupported', 'Not supported in .NET 7'],
    ['in .NET 8 on windows', 'experimental', 'Experimental in .NET 8 on windows'],
    ['in .NET 8 on linux-x64', 'supported', 'Supported in .NET 8 on linux, x64'],
    ['in .NET 8 on linux-arm64', 'unsupported', 'Not supported in .NET 8'],
    ['in .NET 8 on freebsd', 'unsupported', 'Not supported in .NET 8'],
    ['in .NET 8', 'unsupported', 'Not supported in .NET 8'],
    ['', 'supported', 'Supported in .NET 9'],
    ['on windows', 'supported', 'Supported in .NET 9'],
    ['in .NET 10', 'supported', 'Supported in .NET 10 (preview)'],
  ])('%s is %s', (question, status, line) => {
    expect(verdict(question)).toMatchObject({ status, line });
  });

  it('tells what changed over the versions, with the note and its citation', () => {
    const history = ['.NET 7: not supported', '.NET 8: experimental', '.NET 9 and later: supported'];
    expect(verdict('on windows')?.history).toEqual(history);
    expect(verdict('in .NET 8 on windows')?.note?.citations).toHaveLength(1);
  });

  it('is unknown, and says so, where no row holds', () => {
    const special = OOLONG.replace('status: supported', 'status: supported, os: [windows]');
    const [topic] = parseKnowledge(teaFiles({ 'tea/guides/oolong.md': special })).topics;
    const known = createKnowledge(topic ? [topic] : []);
    const entry = known.search.byId.get('tea/guides/oolong');
    const reply = entry && replyFrom(entry, readConditions('linux'), known);
    expect(reply?.verdict?.status).toBe('unknown');
    expect(reply?.notice).toContain('do not settle');
  });

  it('is no for a version before the first', () => {
    expect(verdict('in .NET 6')).toMatchObject({
      status: 'unsupported',
      line: expect.stringContaining('.NET 7 is the first'),
    });
  });
});
