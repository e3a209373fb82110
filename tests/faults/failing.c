/*
 * Lets the n-th call on the files below one folder fail, once or from then on.
 *
 * Loaded into the program with LD_PRELOAD. The program under test arms it between its operations:
 *
 *   fault_arm(n, error, from_then_on)   counts from 0 again; n = 0 only counts
 *   fault_disarm()                      the disk is well again
 *   fault_calls()                       a letter for each call since, in order:
 *                                       r(ead) w(rite) t(runcate) s(ync) o(pen) n(ame changed)
 *                                       x: unlink, l(ink) m(kdir)
 *
 * Counted is what may change or tell the content of a file: reads, writes, truncations, syncs, and
 * opening, making, renaming, linking and removing. Reads of folders and of what a file is like are
 * not: whoever cannot even look has nothing to lose.
 */
#include "watching.h"

#define CALLS_KNOWN 1000000

static pthread_mutex_t in_order = PTHREAD_MUTEX_INITIALIZER;
static bool is_armed, for_good;
static long count, failing;
static int error_given;
static char calls[CALLS_KNOWN + 1];

__attribute__((constructor)) static void start(void)
{
    watch();
}

void fault_arm(long n, int error, int from_then_on)
{
    pthread_mutex_lock(&in_order);
    count = 0;
    failing = n;
    error_given = error;
    for_good = from_then_on != 0;
    is_armed = true;
    pthread_mutex_unlock(&in_order);
}

void fault_disarm(void)
{
    pthread_mutex_lock(&in_order);
    is_armed = false;
    calls[count < CALLS_KNOWN ? count : CALLS_KNOWN] = '\0';
    pthread_mutex_unlock(&in_order);
}

const char *fault_calls(void)
{
    return calls;
}

/* Whether this call is one to fail; errno then says why. */
static bool fails(char kind)
{
    bool chosen = false;
    pthread_mutex_lock(&in_order);
    if (is_armed) {
        if (count < CALLS_KNOWN)
            calls[count] = kind;
        count++;
        chosen = failing != 0 && (count == failing || (for_good && count > failing));
    }
    if (chosen)
        errno = error_given;
    pthread_mutex_unlock(&in_order);
    return chosen;
}

static bool fails_on(char kind, int descriptor)
{
    struct file file;
    return is_armed && is_watched(descriptor, &file) && fails(kind);
}

static bool fails_named(char kind, const char *name)
{
    struct file file;
    return is_armed && is_watched_name(name, &file) && fails(kind);
}

/* ---- The calls --------------------------------------------------------------------------- */

#define OPEN(real, name, flags)                                                                   \
    mode_t mode = 0;                                                                              \
    if (((flags) & O_CREAT) != 0) {                                                               \
        va_list rest;                                                                             \
        va_start(rest, flags);                                                                    \
        mode = va_arg(rest, mode_t);                                                              \
        va_end(rest);                                                                             \
    }                                                                                             \
    return fails_named('o', name) ? -1 : real(name, flags, mode);

int open(const char *name, int flags, ...)
{
    OPEN(REAL(open), name, flags)
}

ssize_t read(int descriptor, void *data, size_t size)
{
    return fails_on('r', descriptor) ? -1 : REAL(read)(descriptor, data, size);
}

ssize_t pread(int descriptor, void *data, size_t size, off_t offset)
{
    return fails_on('r', descriptor) ? -1 : REAL(pread)(descriptor, data, size, offset);
}

ssize_t write(int descriptor, const void *data, size_t size)
{
    return fails_on('w', descriptor) ? -1 : REAL(write)(descriptor, data, size);
}

ssize_t pwrite(int descriptor, const void *data, size_t size, off_t offset)
{
    return fails_on('w', descriptor) ? -1 : REAL(pwrite)(descriptor, data, size, offset);
}

int ftruncate(int descriptor, off_t size)
{
    return fails_on('t', descriptor) ? -1 : REAL(ftruncate)(descriptor, size);
}

/* glibc has each of these a second time; see recorder.c. */
#ifdef __GLIBC__
_Static_assert(sizeof(off_t) == sizeof(off64_t), "a 64-bit system is expected");

int open64(const char *name, int flags, ...)
{
    OPEN(REAL(open64), name, flags)
}

ssize_t pread64(int descriptor, void *data, size_t size, off64_t offset)
{
    return fails_on('r', descriptor) ? -1 : REAL(pread64)(descriptor, data, size, offset);
}

ssize_t pwrite64(int descriptor, const void *data, size_t size, off64_t offset)
{
    return fails_on('w', descriptor) ? -1 : REAL(pwrite64)(descriptor, data, size, offset);
}

int ftruncate64(int descriptor, off64_t size)
{
    return fails_on('t', descriptor) ? -1 : REAL(ftruncate64)(descriptor, size);
}
#endif

int fsync(int descriptor)
{
    return fails_on('s', descriptor) ? -1 : REAL(fsync)(descriptor);
}

int fdatasync(int descriptor)
{
    return fails_on('s', descriptor) ? -1 : REAL(fdatasync)(descriptor);
}

int rename(const char *from_name, const char *to_name)
{
    return fails_named('n', from_name) ? -1 : REAL(rename)(from_name, to_name);
}

int unlink(const char *name)
{
    return fails_named('x', name) ? -1 : REAL(unlink)(name);
}

int link(const char *from_name, const char *to_name)
{
    return fails_named('l', to_name) ? -1 : REAL(link)(from_name, to_name);
}

int mkdir(const char *name, mode_t mode)
{
    return fails_named('m', name) ? -1 : REAL(mkdir)(name, mode);
}
