/** Numbers of one processor architecture: Linux's `AUDIT_ARCH_*` and its table of system calls. */
export interface CallTable {
  /** AUDIT_ARCH_* of linux/audit.h. */
  arch: number;
  /** First number of a second table that the same entry serves (x32); absent where there is none. */
  foreignFrom?: number;
  clone: number;
  socket: number;
  ioctl: number;
  /** Answered with ENOSYS: the C library then takes the older call, whose flags the filter can read. */
  absent: readonly number[];
  /** Answered with EPERM. */
  refused: readonly number[];
}

/** Newer calls have one number everywhere: io_uring_*, the mount calls, pidfd_getfd, quotactl_fd and others. */
const everywhere = [
  424, 425, 426, 427, 428, 429, 430, 431, 432, 433, 438, 440, 442, 443, 447, 457, 458, 467,
] as const;

/** arch/x86/entry/syscalls/syscall_64.tbl */
const x64: CallTable = {
  arch: 0xc000003e,
  foreignFrom: 0x40000000,
  clone: 56,
  socket: 41,
  ioctl: 16,
  // clone3, memfd_create (memory that no limit of a process counts)
  absent: [435, 319],
  refused: [
    ...[101, 310, 311, 312], // ptrace, process_vm_readv, process_vm_writev, kcmp
    ...[165, 166, 155, 161, 272, 308], // mount, umount2, pivot_root, chroot, unshare, setns
    ...[248, 249, 250], // add_key, request_key, keyctl
    ...[321, 323, 298], // bpf, userfaultfd, perf_event_open
    ...[246, 320, 175, 313, 176, 174, 177, 178], // kexec_*, *_module
    ...[169, 167, 168, 179, 163, 103, 153], // reboot, swap*, quotactl, acct, syslog, vhangup
    ...[164, 159, 227, 305, 170, 171], // setting clocks and names
    ...[172, 173, 154, 135, 134], // iopl, ioperm, modify_ldt, personality, uselib
    ...[303, 304, 300, 212], // *_handle_at, fanotify_init, lookup_dcookie
    ...[256, 279, 237, 238, 239], // moving memory between nodes
    ...[29, 64, 68, 240, 180, 156, 139, 136], // shmget, semget, msgget, mq_open, old calls
  ],
};

/** include/uapi/asm-generic/unistd.h */
const arm64: CallTable = {
  arch: 0xc00000b7,
  clone: 220,
  socket: 198,
  ioctl: 29,
  absent: [435, 279],
  refused: [
    ...[117, 270, 271, 272],
    ...[40, 39, 41, 51, 97, 268],
    ...[217, 218, 219],
    ...[280, 282, 241],
    ...[104, 294, 105, 273, 106],
    ...[142, 224, 225, 60, 89, 116, 58],
    ...[170, 171, 112, 266, 161, 162],
    ...[92],
    ...[264, 265, 262, 18],
    ...[238, 239, 235, 236, 237],
    ...[194, 190, 186, 180, 42],
  ],
};

/** By the name that Node gives the architecture. */
export const callTables: Readonly<Record<string, CallTable>> = {
  x64: withNewer(x64),
  arm64: withNewer(arm64),
};

function withNewer(table: CallTable): CallTable {
  return { ...table, refused: [...table.refused, ...everywhere] };
}
