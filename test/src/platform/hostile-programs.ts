import type { ProgramLanguage } from '@zhiyu/contracts/judge';

/** A program that tries something it may not, and prints what it got; `escaped` when it got through. */
export interface Attack {
  what: string;
  language: ProgramLanguage;
  source: string;
}

/** Tries each line of work and prints its name and what came of it. */
const pythonTries = (work: Record<string, string>): string => `
import ctypes, os, socket, sys
libc = ctypes.CDLL(None, use_errno=True)
def call(number, *arguments):
    if libc.syscall(number, *arguments) < 0:
        raise OSError(ctypes.get_errno(), 'refused')
${Object.entries(work)
  .map(
    ([name, line]) => `
try:
    ${line}
    print('escaped', ${JSON.stringify(name)})
except (OSError, MemoryError) as error:
    print('held', ${JSON.stringify(name)}, error.errno if isinstance(error, OSError) else 'memory')
`,
  )
  .join('')}`;

/** Files of this machine that a program must not see. */
export function readsFiles(places: readonly string[]): Attack[] {
  const list = places.map((place) => JSON.stringify(place)).join(', ');
  const names = places.map((place, at): [string, string] => [
    `read ${at}`,
    `os.stat(${JSON.stringify(place)})`,
  ]);
  return [
    {
      what: 'reads files of the machine',
      language: 'python',
      source: pythonTries(Object.fromEntries(names)),
    },
    {
      what: 'reads files of the machine',
      language: 'javascript',
      source: `const fs = require('fs');
for (const place of [${list}]) {
  try { fs.statSync(place); console.log('escaped', place); } catch (error) { console.log('held', error.code); }
}`,
    },
    {
      what: 'reads files of the machine',
      language: 'go',
      source: `package main
import ("fmt"; "os")
func main() {
  for _, place := range []string{${list}} {
    if _, err := os.Stat(place); err == nil { fmt.Println("escaped", place) } else { fmt.Println("held") }
  }
}`,
    },
    {
      what: 'reads files of the machine',
      language: 'java',
      source: `import java.io.*;
class Main { public static void main(String[] a) {
  for (String place : new String[] {${list}}) System.out.println(new File(place).exists() ? "escaped " + place : "held");
} }`,
    },
  ];
}

/** Numbers of x86_64; on another architecture these calls are others, and this attack is not made. */
export const systemCalls = pythonTries({
  ptrace: 'call(101, 0, 0, 0, 0)',
  process_vm_readv: 'call(310, 1, 0, 0, 0, 0, 0)',
  keyctl: 'call(250, 0, -3, 0)',
  add_key: 'call(248, b"user", b"x", b"y", 1, -3)',
  mount: 'call(165, b"none", b"/tmp", b"tmpfs", 0, 0)',
  unshare_user: 'call(272, 0x10000000)',
  clone_new_user: 'call(56, 0x10000000 | 17, 0, 0, 0, 0)',
  clone3: 'call(435, 0, 0)',
  setns: 'call(308, 0, 0)',
  bpf: 'call(321, 0, 0, 0)',
  userfaultfd: 'call(323, 0)',
  perf_event_open: 'call(298, 0, 0, -1, -1, 0)',
  kexec_load: 'call(246, 0, 0, 0, 0)',
  io_uring_setup: 'call(425, 1, 0)',
  memfd_create: 'call(319, b"x", 0)',
  shmget: 'call(29, 0, 4096, 0o1600)',
  chroot: 'call(161, b"/tmp")',
  open_tree: 'call(428, -100, b"/", 1)',
  quotactl: 'call(179, 0, 0, 0, 0)',
});

export const sockets = (port: number, unix: string): string =>
  pythonTries({
    internet: 'socket.socket().connect(("127.0.0.1", ' + String(port) + '))',
    datagram: 'socket.socket(socket.AF_INET, socket.SOCK_DGRAM)',
    internet6: 'socket.socket(socket.AF_INET6)',
    raw: 'socket.socket(socket.AF_INET, socket.SOCK_RAW)',
    netlink: 'socket.socket(16, socket.SOCK_RAW)',
    host: 'socket.socket(40, socket.SOCK_STREAM)',
    crypto: 'socket.socket(38, 5)',
    unix: `socket.socket(socket.AF_UNIX).connect(${JSON.stringify(unix)})`,
    abstract: 'socket.socket(socket.AF_UNIX).connect("\\0zhiyu-abstract")',
  });

export const processes = pythonTries({
  others:
    'if not [p for p in os.listdir("/proc") if p.isdigit() and int(p) > 3]: raise OSError(2, "none")',
  kill_everybody: '[os.kill(p, 9) for p in range(3, 400) if p != os.getpid()]',
  first_filter: 'if "Seccomp:\\t2" in open("/proc/1/status").read(): raise OSError(1, "filtered")',
  first_rights:
    'if "CapEff:\\t0000000000000000" in open("/proc/1/status").read(): raise OSError(1, "none")',
  first_root: 'os.listdir("/proc/1/root/etc/ssl")',
  first_folder: 'os.listdir("/proc/1/cwd/home")',
  kernel: 'open("/proc/sys/kernel/core_pattern", "w").write("|/tmp/x")',
  keys: 'open("/proc/sysrq-trigger", "w").write("b")',
});

export const writes = pythonTries({
  box: 'open("/box/x", "w")',
  program: 'os.chmod("/box/main.py", 0o777); open("/box/main.py", "a").write("#")',
  remove: 'os.unlink("/box/main.py")',
  root: 'os.mkdir("/x")',
  usr: 'open("/usr/bin/x", "w")',
  device: 'open("/dev/x", "w")',
  disk: 'os.mknod("/tmp/disk", 0o060600, os.makedev(8, 0))',
  set_user: 'os.setuid(0)',
  large: 'f = open("/tmp/large", "wb"); [f.write(b"x" * 1000000) for _ in range(70)]; f.flush()',
  many: '[open("/tmp/part%d" % n, "wb").write(b"x" * 1000000) for n in range(70)]',
  shared: '[open("/dev/shm/part%d" % n, "wb").write(b"x" * 1000000) for n in range(8)]',
});

export const environment = `
import os
print(open('/proc/1/environ').read())
print(open('/proc/self/environ').read())
print(os.environ)
for number in os.listdir('/proc/self/fd'):
    try:
        print('file', os.readlink('/proc/self/fd/' + number))
    except OSError:
        pass
`;

export const forkBombs: Partial<Record<ProgramLanguage, string>> = {
  python: `
import os
while True:
    try:
        os.fork()
    except OSError:
        pass
`,
  cpp: '#include <unistd.h>\nint main() { for (;;) fork(); }',
  javascript: `
const { spawn } = require('child_process');
const more = () => { spawn(process.execPath, [__filename]).on('error', () => {}); setImmediate(more); };
more();
`,
};

/** Leaves a process of a session of its own behind that would hold the output open for a minute. */
export const daemon = `
import os, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        time.sleep(60)
    os._exit(0)
print('done')
`;

/** Sources that attack the compiler. */
export const compilerAttacks: (Attack & { says: RegExp })[] = [
  {
    what: 'includes a file of the machine',
    language: 'cpp',
    source: '#include "/etc/passwd"\nint main() {}',
    says: /No such file/,
  },
  {
    what: 'includes what comes without end',
    language: 'cpp',
    source: '#include "/dev/zero"\nint main() {}',
    says: /stopped|error/,
  },
  {
    what: 'puts a file of the machine into the program',
    language: 'cpp',
    source: '__asm__(".incbin \\"/etc/shadow\\"");\nint main() {}',
    says: /incbin|No such file|file not found/,
  },
  {
    what: 'multiplies templates',
    language: 'cpp',
    source: `template <int D, class... T> struct Tree { using A = typename Tree<D - 1, T..., int>::A; using B = typename Tree<D - 1, T..., char>::B; };
template <class... T> struct Tree<0, T...> { using A = int; using B = int; };
template <int N> struct Deep { static constexpr long value = Deep<N - 1>::value + Deep<N - 2>::value + sizeof(Tree<18, Deep<N>>); };
int main() { return Deep<900>::value + sizeof(Tree<22>::A); }`,
    says: /./,
  },
  {
    what: 'embeds a file of the machine',
    language: 'go',
    source:
      'package main\nimport _ "embed"\n//go:embed /etc/passwd\nvar text string\nfunc main() { println(text) }',
    says: /embed|invalid|pattern/,
  },
  {
    what: 'asks for a large array',
    language: 'go',
    source: 'package main\nvar x = [1 << 40]int{1 << 40 - 1: 7}\nfunc main() { println(x[1]) }',
    says: /./,
  },
  {
    what: 'calls a package from the network',
    language: 'go',
    source: 'package main\nimport "example.com/x"\nfunc main() { x.Y() }',
    says: /example\.com/,
  },
];
