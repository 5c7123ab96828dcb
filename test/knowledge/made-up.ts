import type { KnowledgeFile } from '../../src/knowledge/types.ts';

/** A specification of a made-up topic, in the form that users give. */
export const SPECIFICATION = `# Tea - Topic Specification

## Feature Description

Tea is a drink that is made by pouring hot water over leaves.

## Relationships

| Type | Target |
| --- | --- |
| Enables | Long conversations |
| Conflicts with | Coffee machine (pods, capsules), Decaf syrup |
| Alternative to | Coffee |
| Prerequisite | Kettle, Leaves |
| Synergistic with | Biscuits |

## Metadata

| Property | Value |
| --- | --- |
| Name | Tea |
| ID | tea |

## Official Sources

| URL | Type | Description | Last Verified |
| --- | --- | --- | --- |
| https://example.com/tea/ | rendered | The book of tea | 2026-02-03 |

## Primary Sources

| Repo | Path | Description | Last Verified |
| --- | --- | --- | --- |
| example/tea | docs/brewing.md | How to brew | - |

## Secondary Sources

| URL | Type | Description | Last Verified |
| --- | --- | --- | --- |
| https://example.com/samples | rendered | Samples | - |
`;

const SOURCES = `
brewing:
  title: How to brew
  url: https://example.com/brewing
  repo: example/tea
  path: docs/brewing.md
  verified: { date: 2026-02-03, commit: abcdef123456 }
  anchors: [water, time]
`;

export const OOLONG = `---
title: Oolong
aliases: [blue tea]
asks: [how hot for oolong]
support:
  - { dotnet: "1", status: supported }
---
Oolong takes water of 90 degrees.[^brewing#water]
`;

/** The files of the made-up topic; `changes` adds, replaces or (with null) takes away. */
export function teaFiles(changes: Record<string, string | null> = {}): KnowledgeFile[] {
  const files: Record<string, string | null> = {
    'tea.md': SPECIFICATION,
    'tea/sources.yaml': SOURCES,
    'tea/guides/oolong.md': OOLONG,
    ...changes,
  };
  return Object.entries(files).flatMap(([path, text]) => (text === null ? [] : [{ path, text }]));
}
