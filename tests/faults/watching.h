/*
 * What recorder.c and failing.c share: which calls are about files below the watched folder.
 *
 *   POWER_CUT_FOLDER  the watched folder; it exists before the program starts
 */
#define _GNU_SOURCE
#undef _FORTIFY_SOURCE /* its inline open() would stand in the way of ours */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct file {
    char path[PATH_MAX];  /* relative to the watched folder */
    uint64_t inode;
    bool is_folder;
};

/* The next function of this name after ours: libc's. */
#define REAL(name) ((__typeof__(&name))(uintptr_t)dlsym(RTLD_NEXT, #name))

static char watched[PATH_MAX]; /* absolute, without symbolic links; empty: nothing is watched */

static void give_up(const char *why)
{
    fprintf(stderr, "fault bench: %s: %s\n", why, strerror(errno));
    abort(); /* a log with a gap would prove anything */
}

static void watch(void)
{
    const char *folder = getenv("POWER_CUT_FOLDER");
    if (folder != NULL && realpath(folder, watched) == NULL)
        give_up(folder);
}

/* ---- Which file is meant ---------------------------------------------------------------- */

/* The part of an absolute path below the watched folder, or NULL if it lies elsewhere. */
static const char *below_watched(const char *path)
{
    size_t length = strlen(watched);
    if (length == 0 || strncmp(path, watched, length) != 0)
        return NULL;
    if (path[length] == '\0')
        return path + length;
    if (path[length] != '/')
        return NULL;
    size_t path_length = strlen(path);
    if (path_length > 4 && strcmp(path + path_length - 4, "-shm") == 0)
        return NULL;
    return path + length + 1;
}

static bool path_of_descriptor(int descriptor, char path[PATH_MAX])
{
    char link_path[64];
    snprintf(link_path, sizeof link_path, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link_path, path, PATH_MAX - 1);
    if (length < 0)
        return false;
    path[length] = '\0';
    return true;
}

/* Asked anew at each call, so that close, dup and fork need no bookkeeping. */
static bool is_watched(int descriptor, struct file *file)
{
    int error = errno;
    char path[PATH_MAX];
    struct stat status;
    const char *below = NULL;
    if (watched[0] != '\0' && path_of_descriptor(descriptor, path))
        below = below_watched(path);
    bool found = below != NULL && fstat(descriptor, &status) == 0 &&
                 (S_ISREG(status.st_mode) || S_ISDIR(status.st_mode));
    if (found) {
        snprintf(file->path, sizeof file->path, "%s", below);
        file->inode = status.st_ino;
        file->is_folder = S_ISDIR(status.st_mode);
    }
    errno = error;
    return found;
}

/* By name: symbolic links are followed in the folder's part but not in the last, which is what
 * unlink, rename and O_CREAT work on. */
static bool is_watched_name(const char *name, struct file *file)
{
    if (watched[0] == '\0')
        return false;
    int error = errno;
    char given[PATH_MAX], folder[PATH_MAX], path[PATH_MAX];
    const char *below = NULL;
    const char *slash = strrchr(name, '/');
    const char *last = slash == NULL ? name : slash + 1;
    snprintf(given, sizeof given, "%.*s", (int)(last - name), name);
    bool known = realpath(slash == NULL ? "." : given, folder) != NULL;
    if (known && snprintf(path, sizeof path, "%s/%s", folder, last) < (int)sizeof path)
        below = below_watched(path);
    if (below != NULL)
        snprintf(file->path, sizeof file->path, "%s", below);
    errno = error;
    return below != NULL;
}
