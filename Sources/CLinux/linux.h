// System calls that Swift's Glibc module leaves out.
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <sys/prctl.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <link.h>
#include <malloc.h>
#include <stdint.h>
#include <unistd.h>

/// A descriptor that is readable when a process has ended; -1 where the kernel (before 5.3) has none.
static inline int linux_pidfd_open(pid_t process) { return (int)syscall(SYS_pidfd_open, process, 0); }

/// Names the calling thread; the system keeps 15 bytes.
static inline void linux_name_thread(const char *name) { prctl(PR_SET_NAME, name, 0, 0, 0); }

/// Frees the memory of the program's code and constants: what is used again is mapped again from the program's file.
/// Much of it is only used at the start.
static inline void linux_release_program(void) {
  const ElfW(Phdr) *headers = (const ElfW(Phdr) *)getauxval(AT_PHDR);
  size_t count = getauxval(AT_PHNUM), page = (size_t)sysconf(_SC_PAGESIZE);
  ElfW(Addr) base = 0;
  for (size_t i = 0; i < count; i++)
    if (headers[i].p_type == PT_PHDR) base = (ElfW(Addr))headers - headers[i].p_vaddr;
  for (size_t i = 0; i < count; i++) {
    if (headers[i].p_type != PT_LOAD || headers[i].p_flags & PF_W) continue;
    ElfW(Addr) start = (base + headers[i].p_vaddr) & ~(page - 1);
    madvise((void *)start, base + headers[i].p_vaddr + headers[i].p_memsz - start, MADV_DONTNEED);
  }
}

/// The scheduling of a thread (sched_setattr(2)), which not every C library has a type for.
struct linux_scheduling {
  uint32_t size;
  uint32_t policy;
  uint64_t flags;
  int32_t niceness;
  uint32_t priority;
  /// How long the thread runs at a time, in nanoseconds; 0 for the usual time.
  uint64_t slice;
  uint64_t deadline;
  uint64_t period;
};

/// What threads and programs started by a thread do not inherit (SCHED_FLAG_RESET_ON_FORK).
static const uint64_t linux_scheduling_is_not_inherited = 1;

/// The scheduling of the calling thread.
/// Returns 0, or -1 if the system does not tell.
static inline int linux_get_scheduling(struct linux_scheduling *scheduling) {
  return (int)syscall(SYS_sched_getattr, 0, scheduling, (unsigned int)sizeof *scheduling, 0);
}

/// Changes the scheduling of the calling thread.
/// Returns 0, or -1 if that is not allowed.
static inline int linux_set_scheduling(const struct linux_scheduling *scheduling) {
  return (int)syscall(SYS_sched_setattr, 0, scheduling, 0);
}

// What the C library shows only to programs that define _GNU_SOURCE, which Swift does not.

/// pipe(2) with flags, so that no program started by another thread inherits the ends.
int pipe2(int ends[2], int flags);

/// memfd_create(2): a file without a name, closed in programs that are started (MFD_CLOEXEC).
int memfd_create(const char *name, unsigned int flags);
static const unsigned int linux_memfd_cloexec = 1;

/// memmem(3): where some bytes stand first in others; in linear time.
void *memmem(const void *bytes, size_t count, const void *wanted, size_t wanted_count);

/// POSIX_SPAWN_SETSID: the program gets a session of its own (spawn.h).
static const int linux_spawn_setsid = 0x80;

/// The variables that the program was started with, the last one followed by a null pointer.
extern char **environ;
static inline char **linux_environment(void) { return environ; }
