/** How far a long task is: a bar that is drawn over on a terminal, a line now and then anywhere else. */

export interface Progress {
  /** `done` of `total` so far. */
  at(done: number, total: number): void;
  /** The bar is complete and stays. */
  end(): void;
}

export interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const plainEveryMs = 5_000;

/** `clock` counts milliseconds. */
export function openProgress(label: string, screen: Screen, clock: () => number): Progress {
  let drawn = '';
  let saidAt = clock();
  return {
    at(done, total) {
      const line =
        screen.isTTY === true
          ? bar({ label, done, total, width: screen.columns ?? 80 })
          : `${label} ${done} of ${total}`;
      if (line === drawn) return;
      if (screen.isTTY === true) screen.write(`\r${line}`);
      else if (done === total || clock() - saidAt >= plainEveryMs) {
        saidAt = clock();
        screen.write(`${line}\n`);
      }
      drawn = line;
    },
    end() {
      if (screen.isTTY === true && drawn !== '') screen.write('\n');
    },
  };
}

interface Bar {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  readonly width: number;
}

/** `reading [#####-----]  50 %  320 of 640`, never wider than the screen. */
export function bar({ label, done, total, width }: Bar): string {
  const share = total === 0 ? 1 : done / total;
  const count = `${String(Math.floor(share * 100)).padStart(3)} %  ${done} of ${total}`;
  const room = Math.min(40, width - label.length - count.length - 5);
  if (room < 4) return `${label} ${count}`.slice(0, width - 1);
  const filled = Math.floor(share * room);
  return `${label} [${'#'.repeat(filled)}${'-'.repeat(room - filled)}] ${count}`;
}
