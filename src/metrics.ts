import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Knowledge } from './answer/knowledge.ts';
import type { Outcome } from './bot.ts';

export interface Metrics {
  registry: Registry;
  /** All numbers in Prometheus' text format. */
  metrics(): Promise<string>;
  count(outcome: Outcome): void;
  countUnhelpful(): void;
}

/** What can be watched from outside: numbers only, nothing about people or questions. */
export function createMetrics(knowledge: () => Knowledge): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const interactions = new Counter({
    name: 'ask_aot_interactions_total',
    help: 'Interactions by command and outcome (answered, abstained, refused, failed)',
    labelNames: ['command', 'outcome'],
    registers: [registry],
  });
  const duration = new Histogram({
    name: 'ask_aot_answer_seconds',
    help: 'Time to make an answer',
    labelNames: ['command'],
    buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1, 3],
    registers: [registry],
  });
  const unhelpful = new Counter({
    name: 'ask_aot_unhelpful_total',
    help: 'Answers that somebody marked as not helpful',
    registers: [registry],
  });
  new Gauge({
    name: 'ask_aot_knowledge_age_days',
    help: 'Days since the page that was checked longest ago was checked',
    registers: [registry],
    collect() {
      this.set(oldestAge(knowledge()));
    },
  });
  return {
    registry,
    metrics: () => registry.metrics(),
    count({ command, outcome, ms }) {
      interactions.inc({ command, outcome });
      duration.observe({ command }, ms / 1000);
    },
    countUnhelpful: () => unhelpful.inc(),
  };
}

// --- internal ---

const DAY = 24 * 60 * 60 * 1000;

function oldestAge({ topics }: Knowledge): number {
  const dates = topics.flatMap(({ sources }) => Object.values(sources).flatMap(({ verified }) => verified?.date ?? []));
  const oldest = dates.sort()[0];
  return oldest ? Math.floor((Date.now() - Date.parse(oldest)) / DAY) : 0;
}
