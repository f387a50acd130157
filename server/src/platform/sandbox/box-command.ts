/** One run of a program inside a box. */
export interface BoxOrder {
  /** Folder of this machine that the program sees as /box. */
  folder: string;
  /** Whether the program may write into /box; /tmp is always writable, in memory, and new. */
  writable: boolean;
  /** Program (absolute, as seen inside) and arguments. */
  command: readonly string[];
  environment?: Readonly<Record<string, string>>;
  /** Files or folders of this machine shown read-only beside the system's programs, by where they appear. */
  shown?: Readonly<Record<string, string>>;
  stdin: string;
  limits: BoxLimits;
}

export interface BoxLimits {
  /** Processor time of the whole tree. */
  processorMs: number;
  /** Time that may pass. */
  wallMs: number;
  /** Memory of the whole tree, files in /tmp included. */
  memoryMb: number;
  /**
   * Address space of each process, by whether a control group counts the memory of the tree; null: as much
   * as it asks for. Where nothing counts, it is what holds a program that takes all at once.
   */
  addressMb: { counted: number | null; uncounted: number | null };
  /** Processes and threads. */
  processes: number;
  /** Stack of the first thread; absent: the system's 8 MiB. */
  stackMb?: number;
  /** Largest file, and all of /tmp. */
  filesMb: number;
  /** Standard output and standard error, each. */
  outputBytes: number;
}

/** What differs between machines; found by a trial run. */
export interface BoxMachine {
  /** `bwrap`, a name or a path. */
  program: string;
  /** User and group that the box runs as when the server is root; null: the server's own. */
  user: number | null;
  /** Whether this bubblewrap knows --disable-userns. */
  forbidsNamespaces: boolean;
}

/** Numbers of the descriptors beside standard input, output and error. */
const filterDescriptor = 3;
export const statusDescriptor = 4;

const MiB = 1024 * 1024;
const path = '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin';

/** Enters each control group, then becomes the program: `sh -c … sh COUNT DOOR… PROGRAM…`. */
const enter =
  'n=$1; shift; while [ "$n" -gt 0 ]; do echo 0 > "$1"; shift; n=$((n-1)); done; exec "$@"';

/**
 * The files of the system that every box shows, all read-only. Not /usr as a whole: servers are
 * installed under /usr/src, /usr/local and /usr/share as well.
 */
const system = [
  ...['/usr/bin', '/usr/lib', '/usr/lib32', '/usr/lib64', '/usr/libexec', '/usr/include'],
  '/etc/ld.so.cache',
];

function view(order: BoxOrder): string[] {
  const size = String(order.limits.filesMb * MiB);
  return [
    ...system.flatMap((place) => ['--ro-bind-try', place, place]),
    ...['--symlink', 'usr/bin', '/bin', '--symlink', 'usr/bin', '/sbin'],
    ...['--symlink', 'usr/lib', '/lib', '--symlink', 'usr/lib64', '/lib64'],
    ...['--proc', '/proc', '--dev', '/dev', '--size', String(MiB), '--tmpfs', '/dev/shm'],
    ...['--remount-ro', '/dev', '--size', size, '--tmpfs', '/tmp'],
    ...Object.entries(order.shown ?? {}).flatMap(([inside, outside]) => [
      '--ro-bind',
      outside,
      inside,
    ]),
    ...[order.writable ? '--bind' : '--ro-bind', order.folder, '/box'],
    ...['--remount-ro', '/', '--chdir', order.writable ? '/box' : '/tmp'],
  ];
}

function variables(order: BoxOrder): string[] {
  const all = { PATH: path, HOME: '/tmp', LANG: 'C.UTF-8', ...order.environment };
  return Object.entries(all).flatMap(([name, value]) => ['--setenv', name, value]);
}

/**
 * Set inside the box: there the count of processes begins anew, so that neither other boxes nor the
 * rest of the server's user count against it.
 */
function limitsInside(limits: BoxLimits, counted: boolean): string[] {
  const addressMb = counted ? limits.addressMb.counted : limits.addressMb.uncounted;
  const seconds = Math.ceil(limits.processorMs / 1000) + 1;
  return [
    'prlimit',
    `--cpu=${seconds}:${seconds + 1}`,
    `--nproc=${limits.processes}`,
    `--fsize=${limits.filesMb * MiB}`,
    ...['--nofile=256', '--core=0', '--memlock=65536', '--msgqueue=0'],
    ...(addressMb === null ? [] : [`--as=${addressMb * MiB}`]),
    ...(limits.stackMb === undefined ? [] : [`--stack=${limits.stackMb * MiB}`]),
    '--',
  ];
}

/**
 * The whole command line of a run, to be started with an empty environment: what the server's
 * environment holds would otherwise be readable inside as /proc/1/environ.
 * @param doors `cgroup.procs` files to enter first
 */
export function boxCommand(
  order: BoxOrder,
  machine: BoxMachine,
  doors: readonly string[],
): [string, ...string[]] {
  const user = machine.user === null ? [] : asUser(machine.user);
  return [
    '/bin/sh',
    ...['-c', enter, 'sh', String(doors.length), ...doors],
    ...user,
    machine.program,
    ...['--unshare-user', '--unshare-all', '--hostname', 'box'],
    ...(machine.forbidsNamespaces ? ['--disable-userns'] : []),
    ...['--die-with-parent', '--new-session', '--cap-drop', 'ALL', '--clearenv'],
    ...variables(order),
    ...view(order),
    ...['--seccomp', String(filterDescriptor), '--json-status-fd', String(statusDescriptor)],
    '--',
    ...limitsInside(order.limits, doors.length > 0),
    ...order.command,
  ];
}

function asUser(id: number): string[] {
  return ['setpriv', `--reuid=${id}`, `--regid=${id}`, '--clear-groups', '--'];
}
