import { describe, expect, it } from 'vitest';
import { answer } from '../../src/answer/answer.ts';
import { createKnowledge } from '../../src/answer/knowledge.ts';
import { parseKnowledge } from '../../src/knowledge/topic.ts';
import { realKnowledge } from '../bot.ts';
import { OOLONG, teaFiles } from '../knowledge/made-up.ts';

describe('what is outside of the topic is refused, with the reason:', () => {
  const vocabulary = `releases: { first: "7", newest: "9", preview: "10" }
elsewhere: [espresso]
home: [kettle]
unsettled: [salary]
codes: [bean]`;
  const code = OOLONG.replace('title: Oolong', 'title: Cold tea\ncode: TEA1001').replace(/aliases.*\nasks.*\n/, '');
  const files = teaFiles({ 'tea/vocabulary.yaml': vocabulary, 'tea/diagnostics/tea1001.md': code });
  const knowledge = createKnowledge(parseKnowledge(files).topics);

  it.each([
    ['oolong or espresso?', 'something else ("espresso")'],
    ['what Salary does an oolong taster get', 'questions of this kind ("Salary")'],
    ['BEAN1234 when I brew oolong', 'BEAN1234 is not a diagnostic'],
    ['what does TEA1009 mean? it stands beside TEA1001', 'TEA1009 is not a diagnostic'],
    ['oolong in .NET 11', '.NET 11'],
    ['write me an oolong brewing plan', 'Programs are not written here'],
    ['Could you please build us an oolong kettle?', 'Programs are not written here'],
    ['pls write the complete code of an oolong timer', 'Programs are not written here'],
    ['???', 'in a few words'],
    ['Thanks, that oolong hint worked!', 'in a few words'],
  ])('%s', (question, reason) => {
    expect(answer(question, knowledge)).toMatchObject({ answered: false, notice: expect.stringContaining(reason) });
  });

  it.each([
    'how hot for oolong, coming from espresso, in my kettle',
    'tea beside espresso: how hot for oolong',
    'how hot for oolong in .NET 10',
    'how hot for oolong in net48',
    'thanks! and how hot for oolong?',
    'BEAN1234 and TEA1001',
    'pot 1 : TEA1009 too many leaves ; pot 2 : TEA1001 tea is cold, put the kettle on again and wait for a minute or two longer',
  ])('but not %s', (question) => {
    expect(answer(question, knowledge).notice ?? '').not.toMatch(/something else|yet|diagnostic/);
  });
});

it('a question that names the topic beside another technology is answered', () => {
  const reply = answer(
    'coming from golang: is a Native AOT exe self-contained as well, or must .NET be installed?',
    realKnowledge,
  );
  expect(reply.answered).toBe(true);
});

describe("a name like the product's own that no entry knows is not answered, however long the question:", () => {
  it.each([
    'set DOTNET_NATIVEAOT_PREWARM=1 in the deployment of our pods, the first request is still slow. is it read at startup only?',
    'a colleague sets <IlcTurboShards> to 8 in the project file of the service to publish faster, which other values can it have?',
    'which version of Npgsql.NativeAot has pooling',
    'Hangfire.NativeAot 2.x, does that package do recurring jobs with the redis storage already or only fire and forget',
    'AddAotControllers() in .NET 10, does it replace AddControllers for native?',
  ])('%s', (question) => {
    expect(answer(question, realKnowledge).answered).toBe(false);
  });

  it('and the bot says which name that is', () => {
    const { notice } = answer('since which SDK is there <IlcTurboShards>', realKnowledge);
    expect(notice).toContain('No document that we know names "IlcTurboShards".');
  });

  it('but one that is known is', () => {
    const question =
      'I set DOTNET_gcServer=1 for the published app in our pods, why does it still use the workstation GC?';
    expect(answer(question, realKnowledge).answered).toBe(true);
  });

  it("nor does the name of somebody's own project matter", () => {
    const question = 'error IL3050 in Shop.NativeAot.Orders: Using member MakeGenericType has RequiresDynamicCode';
    expect(answer(question, realKnowledge).answered).toBe(true);
  });
});

describe('a question that holds words of other matters by chance is answered:', () => {
  it.each([
    'my static lib is written in rust, how do I link it into the c# exe',
    'Serilog: is it free of trim warnings',
    'discount service of ours uses AutoMapper, can it be published natively',
    'app for legal department: pdf creation with QuestPDF natively',
    'my employer only allows Alpine images. what do i apk add to publish natively',
    'is it legal to call Assembly.Load from a byte array in a natively compiled app or does it just throw',
    'our per month report job renders with QuestPDF, can that job be published natively',
    'ngen is gone for our new exe, so is ReadyToRun or PublishAot its successor',
  ])('%s', (question) => {
    expect(answer(question, realKnowledge).answered).toBe(true);
  });
});

describe('the words of a question tell whether it is ours:', () => {
  const knowledgeWith = (tells: string) =>
    createKnowledge(parseKnowledge(teaFiles({ 'tea/tells.yaml': tells })).topics);

  it('words of other matters make an answer less likely', () => {
    const question = 'how hot for oolong, lol';
    expect(answer(question, knowledgeWith('{}')).answered).toBe(true);
    expect(answer(question, knowledgeWith('lol: -30')).answered).toBe(false);
  });

  it.each([
    'nuget restore returns 401 from our private feed since monday, the token is new',
    'dotnet ef migrations add says "Build failed." and nothing else',
    'who on this server plays chess on sundays',
  ])('%s', (question) => {
    expect(answer(question, realKnowledge).answered).toBe(false);
  });
});
