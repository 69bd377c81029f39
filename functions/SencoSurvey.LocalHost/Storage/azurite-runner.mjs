// Runs Azurite for as long as somebody holds this process's standard input open. When the host ends, in whatever way, the pipe closes and Azurite is
// asked to stop: it then writes what it has to disk, and leaves no port taken. It runs apart from the terminal, so that Ctrl-C reaches the host alone,
// which still needs storage while it finishes its work.
import { spawn } from 'node:child_process';
import { openSync, rmSync, writeFileSync } from 'node:fs';

const [pidFile, logFile, ...azurite] = process.argv.slice(2);
const log = openSync(logFile, 'a');
const child = spawn(process.execPath, azurite, { detached: true, stdio: ['ignore', log, log] });
writeFileSync(pidFile, JSON.stringify({ runner: process.pid, parent: process.ppid, azurite: child.pid }));

// Once: a second SIGTERM would end Azurite on the spot, before it has written what it holds in memory.
let stopping = false;
const stop = () => {
  if (!stopping) child.kill('SIGTERM');
  stopping = true;
};
process.on('SIGINT', () => {});
process.on('SIGTERM', stop);
process.stdin.on('end', stop).on('close', stop).on('error', stop).resume();
child.on('exit', code => {
  rmSync(pidFile, { force: true });
  process.exit(code ?? 0);
});
