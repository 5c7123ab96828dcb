import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkText } from '../../src/check/check.ts';
import type { CheckReport } from '../../src/check/types.ts';
import { renderText } from '../../src/render/text.ts';
import { realKnowledge } from '../bot.ts';

const ARTIFACTS = 'test/artifacts';
const texts = z.array(z.string()).default([]);
const table = z.record(z.string(), z.string()).default({});

/** One line of expected.jsonl; what is left out is not checked. */
const expectation = z.object({
  file: z.string(),
  codes: z.record(z.string(), z.number()),
  errors: z.array(z.string()),
  uncoded: texts,
  mustNot: texts,
  mustError: z.string().optional(),
  targetFrameworks: texts,
  properties: table,
  packages: table,
  notPackages: texts,
  verdicts: table,
  causes: texts,
});

const expected = readFileSync(`${ARTIFACTS}/expected.jsonl`, 'utf8').trim().split('\n');
const cases = expected.map((line) => expectation.parse(JSON.parse(line)));

describe('the check of', () => {
  it.each(cases)('$file', (wanted) => {
    const name = wanted.file.split('/').at(-1) ?? '';
    const bytes = readFileSync(`${ARTIFACTS}/${wanted.file}`);
    const report = checkText(name, bytes, realKnowledge, { dotnet: null });
    const text = renderText(report.reply);
    for (const pattern of wanted.mustNot) expect(text).not.toMatch(new RegExp(pattern, 'im'));
    if (wanted.mustError) expect(report.error).toMatch(new RegExp(wanted.mustError, 'i'));
    else expect(summaryOf(report)).toMatchObject({ error: null, codes: wanted.codes, errors: wanted.errors });
    for (const pattern of wanted.uncoded) expect(text).toMatch(new RegExp(pattern, 'i'));
    expectProject(report, wanted);
  });
});

// --- internal ---

function summaryOf({ error, diagnostics }: CheckReport) {
  const isAnalysis = ({ code }: { code: string }) => /^IL\d/.test(code);
  const others = diagnostics.filter((each) => !isAnalysis(each) && each.severity !== 'message');
  return {
    error,
    codes: Object.fromEntries(diagnostics.filter(isAnalysis).map(({ code, count }) => [code, count])),
    errors: others.map(({ code }) => code).sort(),
  };
}

function expectProject(report: CheckReport, wanted: z.infer<typeof expectation>): void {
  const packages = new Map(report.packages.map((each) => [each.id, each]));
  if (wanted.targetFrameworks.length > 0) expect(report.targetFrameworks).toEqual(wanted.targetFrameworks);
  for (const [name, value] of Object.entries(wanted.properties)) expect(report.properties[name]).toContain(value);
  for (const [id, version] of Object.entries(wanted.packages)) expect(packages.get(id)?.version).toContain(version);
  for (const [id, verdict] of Object.entries(wanted.verdicts)) expect(packages.get(id)?.verdict).toBe(verdict);
  for (const id of wanted.notPackages) expect([...packages.keys()]).not.toContain(id);
  for (const cause of wanted.causes) expect(report.causes.map(({ entry }) => entry)).toContain(`native-aot/${cause}`);
}
