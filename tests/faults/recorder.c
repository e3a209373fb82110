/*
 * Records what a program does to the files below one folder, in the order in which it does it.
 *
 * Loaded into the program with LD_PRELOAD. Each of the functions below stands in front of the one
 * of the same name in libc, calls it, and then appends one record to a log. replay.py reads the
 * log and works out what a power cut could have left on the disk.
 *
 *   POWER_CUT_LOG     the log, outside of the watched folder; it is appended to
 *
 * A record is a header (struct header, native byte order), the path relative to the watched folder
 * ("" is the folder itself), and the payload: the bytes written, a second path, or a mark's text.
 *
 * A call is recorded only if it succeeded, and under one lock with the call itself, so that the
 * order in the log is the order in which the kernel saw the calls of this process. Two processes
 * that write at once are not ordered against each other.
 *
 * What is not recorded (mmap, writev, openat, sendfile, stdio, ...) shows: the bench first checks
 * that the replay of the whole log yields the watched folder byte for byte. A sync that is not
 * recorded (sync, syncfs, msync) only makes the bench stricter.
 *
 * Left out on purpose: files named *-shm. SQLite maps them, never relies on them after a crash,
 * and builds them anew.
 */
#include "watching.h"

#include <stdint.h>
#include <sys/uio.h> /* writev, for the log */

enum kind { /* the same numbers as replay.Kind */
    CREATE = 1,
    WRITE = 2,
    TRUNCATE = 3,
    SYNC = 4,
    SYNC_FOLDER = 5,
    RENAME = 6,
    UNLINK = 7,
    MAKE_FOLDER = 8,
    REMOVE_FOLDER = 9,
    LINK = 10,
    MARK = 11,
};

struct header {
    uint32_t kind;
    uint32_t path_length;
    uint64_t inode;  /* which file, whatever it is called by now; 0 where it does not matter */
    uint64_t offset; /* of a WRITE; the new size for a TRUNCATE */
    uint64_t payload_length;
};

static pthread_mutex_t in_order = PTHREAD_MUTEX_INITIALIZER;
static int log_file = -1;

__attribute__((constructor)) static void start_recording(void)
{
    const char *log_path = getenv("POWER_CUT_LOG");
    if (log_path == NULL)
        return;
    log_file = REAL(open)(log_path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    if (log_file < 0)
        give_up(log_path);
    watch();
}

/* ---- The log ----------------------------------------------------------------------------- */

static void record(enum kind kind, const struct file *file, uint64_t offset, const void *payload,
                   size_t payload_length)
{
    int error = errno;
    struct header header = {
        .kind = kind,
        .path_length = (uint32_t)strlen(file->path),
        .inode = file->inode,
        .offset = offset,
        .payload_length = payload_length,
    };
    struct iovec parts[] = {
        {.iov_base = &header, .iov_len = sizeof header},
        {.iov_base = (void *)(uintptr_t)file->path, .iov_len = header.path_length},
        {.iov_base = (void *)(uintptr_t)payload, .iov_len = payload_length},
    };
    ssize_t wanted = (ssize_t)(sizeof header + header.path_length + payload_length);
    if (REAL(writev)(log_file, parts, 3) != wanted)
        give_up("the log could not be written");
    errno = error;
}

/* The last step of a hook that holds the lock and whose call returned 0 or -1. */
static int recorded(int result, enum kind kind, const struct file *file, uint64_t offset)
{
    if (result == 0)
        record(kind, file, offset, NULL, 0);
    pthread_mutex_unlock(&in_order);
    return result;
}

/* For the program under test: sets its own words between the calls, such as "done save 7". */
void power_cut_mark(const char *text)
{
    static const struct file nothing;
    pthread_mutex_lock(&in_order);
    record(MARK, &nothing, 0, text, strlen(text));
    pthread_mutex_unlock(&in_order);
}

/* ---- Opening ----------------------------------------------------------------------------- */

static int open_and_record(const char *name, int flags, mode_t mode)
{
    struct file file;
    if ((flags & (O_CREAT | O_TRUNC)) == 0 || !is_watched_name(name, &file))
        return REAL(open)(name, flags, mode);
    pthread_mutex_lock(&in_order);
    int error = errno;
    bool existed = faccessat(AT_FDCWD, name, F_OK, AT_SYMLINK_NOFOLLOW) == 0;
    errno = error;
    int descriptor = REAL(open)(name, flags, mode);
    if (descriptor >= 0 && is_watched(descriptor, &file) && !file.is_folder) {
        if (!existed)
            record(CREATE, &file, 0, NULL, 0);
        else if ((flags & O_TRUNC) != 0)
            record(TRUNCATE, &file, 0, NULL, 0);
    }
    pthread_mutex_unlock(&in_order);
    return descriptor;
}

/* The mode is there only if a file may be created. */
#define OPEN(name, flags)                                                                         \
    mode_t mode = 0;                                                                              \
    if (((flags) & O_CREAT) != 0) {                                                               \
        va_list rest;                                                                             \
        va_start(rest, flags);                                                                    \
        mode = va_arg(rest, mode_t);                                                              \
        va_end(rest);                                                                             \
    }                                                                                             \
    return open_and_record(name, flags, mode);

int open(const char *name, int flags, ...)
{
    OPEN(name, flags)
}

/* ---- Changing a file's content ----------------------------------------------------------- */

ssize_t write(int descriptor, const void *data, size_t size)
{
    struct file file;
    if (!is_watched(descriptor, &file))
        return REAL(write)(descriptor, data, size);
    pthread_mutex_lock(&in_order);
    ssize_t written = REAL(write)(descriptor, data, size);
    if (written > 0) { /* where, is known only now: O_APPEND moves to the end first */
        off_t end = lseek(descriptor, 0, SEEK_CUR);
        record(WRITE, &file, (uint64_t)(end - written), data, (size_t)written);
    }
    pthread_mutex_unlock(&in_order);
    return written;
}

ssize_t pwrite(int descriptor, const void *data, size_t size, off_t offset)
{
    struct file file;
    if (!is_watched(descriptor, &file))
        return REAL(pwrite)(descriptor, data, size, offset);
    pthread_mutex_lock(&in_order);
    ssize_t written = REAL(pwrite)(descriptor, data, size, offset);
    if (written > 0)
        record(WRITE, &file, (uint64_t)offset, data, (size_t)written);
    pthread_mutex_unlock(&in_order);
    return written;
}

int ftruncate(int descriptor, off_t size)
{
    struct file file;
    if (!is_watched(descriptor, &file))
        return REAL(ftruncate)(descriptor, size);
    pthread_mutex_lock(&in_order);
    int result = REAL(ftruncate)(descriptor, size);
    return recorded(result, TRUNCATE, &file, (uint64_t)size);
}

/* glibc has each of these a second time, for files above 2 GB; where off_t is 64 bits wide the
 * two are the same, and SQLite and Python call the second. musl has only the first. */
#ifdef __GLIBC__
_Static_assert(sizeof(off_t) == sizeof(off64_t), "a 64-bit system is expected");

int open64(const char *name, int flags, ...)
{
    OPEN(name, flags)
}

ssize_t pwrite64(int descriptor, const void *data, size_t size, off64_t offset)
{
    return pwrite(descriptor, data, size, offset);
}

int ftruncate64(int descriptor, off64_t size)
{
    return ftruncate(descriptor, size);
}
#endif

/* ---- Making it durable ------------------------------------------------------------------- */

/* fdatasync may leave out times and modes, but never the size: here it is the same as fsync.
 * Both are also what makes a folder's entries durable. */
static int sync_and_record(int (*really_sync)(int), int descriptor)
{
    struct file file;
    if (!is_watched(descriptor, &file))
        return really_sync(descriptor);
    pthread_mutex_lock(&in_order);
    int result = really_sync(descriptor);
    return recorded(result, file.is_folder ? SYNC_FOLDER : SYNC, &file, 0);
}

int fsync(int descriptor)
{
    return sync_and_record(REAL(fsync), descriptor);
}

int fdatasync(int descriptor)
{
    return sync_and_record(REAL(fdatasync), descriptor);
}

/* ---- Changing a folder's entries --------------------------------------------------------- */

static int change_name(int (*really_change)(const char *), enum kind kind, const char *name)
{
    struct file file = {0};
    if (!is_watched_name(name, &file))
        return really_change(name);
    pthread_mutex_lock(&in_order);
    return recorded(really_change(name), kind, &file, 0);
}

int unlink(const char *name)
{
    return change_name(REAL(unlink), UNLINK, name);
}

int rmdir(const char *name)
{
    return change_name(REAL(rmdir), REMOVE_FOLDER, name);
}

int mkdir(const char *name, mode_t mode)
{
    struct file file = {0};
    if (!is_watched_name(name, &file))
        return REAL(mkdir)(name, mode);
    pthread_mutex_lock(&in_order);
    return recorded(REAL(mkdir)(name, mode), MAKE_FOLDER, &file, 0);
}

/* Recorded if one of the two names is watched; "/" stands for one outside, and the replay refuses
 * it: it cannot know what came in. */
static int change_names(int (*really_change)(const char *, const char *), enum kind kind,
                        const char *from_name, const char *to_name)
{
    struct file from = {.path = "/"}, to = {.path = "/"};
    bool from_inside = is_watched_name(from_name, &from);
    bool to_inside = is_watched_name(to_name, &to);
    if (!from_inside && !to_inside)
        return really_change(from_name, to_name);
    pthread_mutex_lock(&in_order);
    int result = really_change(from_name, to_name);
    if (result == 0)
        record(kind, &from, 0, to.path, strlen(to.path));
    pthread_mutex_unlock(&in_order);
    return result;
}

int rename(const char *from_name, const char *to_name)
{
    return change_names(REAL(rename), RENAME, from_name, to_name);
}

int link(const char *from_name, const char *to_name)
{
    return change_names(REAL(link), LINK, from_name, to_name);
}
