package sounds

// #cgo pkg-config: alsa
// #include <alsa/asoundlib.h>
//
// static void ignore(const char *file, int line, const char *function, int err, const char *fmt, ...) {}
//
// static void quiet(void) { snd_lib_error_set_handler(ignore); }
import "C"

// quiet keeps ALSA from printing two dozen lines on standard error where there
// is no card; Player.Err tells of it in one.
func quiet() { C.quiet() }
