import { type CallTable, callTables } from './system-calls.js';

/** Codes of classic BPF, linux/bpf_common.h. */
const load = 0x20;
const jumpIfEqual = 0x15;
const jumpIfAtLeast = 0x35;
const jumpIfAnyBit = 0x45;
const giveBack = 0x06;

/** Offsets in `struct seccomp_data`, the lower half of each argument (little endian). */
const callNumber = 0;
const architecture = 4;
const argument = (index: number): number => 16 + index * 8;

const allow = 0x7fff0000;
const killProcess = 0x80000000;
const fail = (errno: number): number => 0x00050000 + errno;
const EPERM = fail(1);
const ENOSYS = fail(38);

/** CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET. */
const newNamespaces = 0x7e020000;
/** Requests that put characters into a terminal's input or drive the console. */
const TIOCSTI = 0x5412;
const TIOCLINUX = 0x541c;
/** Every other family is refused: some, like AF_VSOCK, know no network namespace. */
const AF_UNIX = 1;

type Step = [code: number, ifTrue: number, ifFalse: number, value: number];

const answer = (value: number): Step => [giveBack, 0, 0, value];
const onCall = (number: number, ...steps: Step[]): Step[] => [
  [jumpIfEqual, 0, steps.length, number],
  ...steps,
];

function stepsFor(table: CallTable): Step[] {
  const { foreignFrom } = table;
  return [
    [load, 0, 0, architecture],
    [jumpIfEqual, 1, 0, table.arch],
    answer(killProcess),
    [load, 0, 0, callNumber],
    ...(foreignFrom === undefined
      ? []
      : ([[jumpIfAtLeast, 0, 1, foreignFrom], answer(killProcess)] satisfies Step[])),
    ...onCall(
      table.clone,
      [load, 0, 0, argument(0)],
      [jumpIfAnyBit, 0, 1, newNamespaces],
      answer(EPERM),
      answer(allow),
    ),
    ...onCall(
      table.socket,
      [load, 0, 0, argument(0)],
      [jumpIfEqual, 1, 0, AF_UNIX],
      answer(EPERM),
      answer(allow),
    ),
    ...onCall(
      table.ioctl,
      [load, 0, 0, argument(1)],
      [jumpIfEqual, 1, 0, TIOCSTI],
      [jumpIfEqual, 0, 1, TIOCLINUX],
      answer(EPERM),
      answer(allow),
    ),
    ...table.absent.flatMap((number) => onCall(number, answer(ENOSYS))),
    ...table.refused.flatMap((number) => onCall(number, answer(EPERM))),
    answer(allow),
  ];
}

/**
 * The filter that every program in a box runs under, as the bytes that `bwrap --seccomp` reads
 * (an array of `struct sock_filter`): no tracing, keys, mounts, namespaces, BPF, io_uring or network
 * sockets; calls of another architecture end the process.
 * @returns null on an architecture whose numbers are not known here
 */
export function seccompFilter(arch: string): Buffer | null {
  const table = callTables[arch];
  if (!table) {
    return null;
  }
  const steps = stepsFor(table);
  const bytes = Buffer.alloc(steps.length * 8);
  for (const [index, [code, ifTrue, ifFalse, value]] of steps.entries()) {
    const at = index * 8;
    bytes.writeUInt16LE(code, at);
    bytes.writeUInt8(ifTrue, at + 2);
    bytes.writeUInt8(ifFalse, at + 3);
    bytes.writeUInt32LE(value, at + 4);
  }
  return bytes;
}
