import { describe, expect, it } from 'vitest';
import { answer } from '../../src/answer/answer.ts';
import { NO_CONDITIONS, readConditions } from '../../src/answer/conditions.ts';
import { realKnowledge } from '../bot.ts';

describe('conditions are read from', () => {
  it.each([
    ['does it work in .NET 8', { dotnet: '8', os: null, arch: null }],
    ['net9.0-android app', { dotnet: '9', os: 'android', arch: null }],
    ['worked in net8, fails since .NET 9', { dotnet: '9', os: null, arch: null }],
    ['win-x86 please', { dotnet: null, os: 'windows', arch: 'x86' }],
    ['on alpine arm64', { dotnet: null, os: 'linux-musl', arch: 'arm64' }],
    ['linux-musl-x64', { dotnet: null, os: 'linux-musl', arch: 'x64' }],
    ['osx-arm64', { dotnet: null, os: 'macos', arch: 'arm64' }],
    ['ubuntu 24.04 amd64', { dotnet: null, os: 'linux', arch: 'x64' }],
    ['a Raspberry Pi with a 32-bit OS', { dotnet: null, os: null, arch: 'arm' }],
    ['32 bit windows', { dotnet: null, os: 'windows', arch: 'x86' }],
    ['Windows on Arm', { dotnet: null, os: 'windows', arch: 'arm64' }],
    ['windows 11 arm laptop', { dotnet: null, os: 'windows', arch: 'arm64' }],
    ['my Arm Mac', { dotnet: null, os: 'macos', arch: 'arm64' }],
    ['linux arm, built on windows', { dotnet: null, os: 'windows', arch: 'arm' }],
    ['iPhone', { dotnet: null, os: 'ios', arch: null }],
    ['our net48 app', NO_CONDITIONS],
    ['a window in my net worth of 8', NO_CONDITIONS],
  ])('%s', (question, conditions) => {
    expect(readConditions(question)).toEqual(conditions);
  });
});

describe('a build for another system is told from one for another processor:', () => {
  const [crossOs, crossArchitecture] = ['native-aot/guides/cross-compilation', 'native-aot/guides/cross-architecture'];

  it.each([
    ['can I publish for linux-arm64 from my x64 windows laptop', crossOs],
    ['can I build linux-x64 from windows', crossOs],
    ['how to compile win-arm64 on my ubuntu server', crossOs],
    ['our build agents run linux, the customers windows. can ci produce their exe', crossOs],
    ['the server is ubuntu, my pc windows, do I need a second machine for the native binary', crossOs],
    ['I sit at a mac, a friend needs the program for windows', crossOs],
    ['osx-x64 on my m1 mac', crossArchitecture],
    ['can I build linux-arm64 on my x64 ubuntu box', crossArchitecture],
    ['build win-arm64 on windows x64', crossArchitecture],
  ])('%s', (question, id) => {
    expect(answer(question, realKnowledge).id).toBe(id);
  });
});
