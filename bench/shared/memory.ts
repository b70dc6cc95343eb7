import { readFileSync } from "node:fs";

/** Follows the resident memory of a process (Linux); `end` gives the most it had, in megabytes. */
export function followMemory(pid: () => Promise<number | undefined>): { end(): Promise<number> } {
  let most = 0;
  const look = async () => {
    const id = await pid();
    if (id === undefined) return;
    // The kernel's own high-water mark: nothing is missed between two looks.
    const status = readOrEmpty(`/proc/${id}/status`);
    most = Math.max(most, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
  };
  const timer = setInterval(() => void look(), 500);
  return {
    async end() {
      clearInterval(timer);
      await look();
      return Math.round(most);
    },
  };
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
