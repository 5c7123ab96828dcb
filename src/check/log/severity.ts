import type { Severity } from './types.ts';

// What MSBuild, the compilers and the IDEs print in the languages of the SDK, and some more that people set.
const ERRORS = [
  ...['error', 'errors', 'fehler', 'erreur', 'erro', 'errore', 'ошибка', 'помилка', 'błąd', 'chyba', 'hata', 'fout'],
  ...['fel', 'fejl', 'feil', 'virhe', 'hiba', 'eroare', 'lỗi', '错误', '錯誤', 'エラー', '오류'],
];
const WARNINGS = [
  ...['warning', 'warnung', 'avertissement', 'advertencia', 'aviso', 'avviso', 'предупреждение', 'попередження'],
  ...['ostrzeżenie', 'upozornění', 'varování', 'uyarı', 'waarschuwing', 'varning', 'advarsel', 'varoitus'],
  ...['figyelmeztetés', 'avertisment', 'cảnh báo', '警告', '경고'],
];
const MESSAGES = ['message', 'info', 'information', 'hidden', 'meldung', 'mensaje', 'mensagem', 'сообщение', '消息'];

const BY_WORD = new Map<string, Severity>([
  ...ERRORS.map((word) => [word, 'error'] as const),
  ...WARNINGS.map((word) => [word, 'warning'] as const),
  ...MESSAGES.map((word) => [word, 'message'] as const),
]);

/** Alternatives of a pattern: any severity, and those that mean an error or a warning. */
export const SEVERITY_WORDS = [...BY_WORD.keys()].join('|');
export const ERROR_WORDS = ERRORS.join('|');
export const WARNING_WORDS = WARNINGS.join('|');

export function severityOf(word: string): Severity | null {
  return BY_WORD.get(word.trim().toLowerCase()) ?? null;
}
