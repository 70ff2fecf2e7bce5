/** What a trace of system calls tells about the network. */
export interface TraceFindings {
  /** Calls that reached for, or waited for, another computer: the lines as they stand. */
  readonly networkCalls: readonly string[];
  /** Sockets on this computer: the display, the session bus, the app's own processes. */
  readonly unixCount: number;
}

/** The command that runs a program with every socket call of it and its children written to a file. */
export function tracingCommand(log: string, command: readonly string[]): [string, ...string[]] {
  const calls = 'trace=socket,connect,bind,listen,sendto,sendmsg';
  return ['strace', '-f', '-qq', '-s', '64', '-e', calls, '-e', 'signal=none', '-o', log, ...command];
}

/** Reads a trace: every connect, bind and send that names an internet address. */
export function findNetworkCalls(trace: string): TraceFindings {
  const lines = trace.split('\n');
  return {
    networkCalls: lines.filter((line) => /\b(connect|bind|sendto|sendmsg)\(.*AF_INET6?/.test(line)),
    unixCount: lines.filter((line) => /\b(connect|bind)\(.*AF_UNIX/.test(line)).length,
  };
}
