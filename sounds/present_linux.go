package sounds

// #cgo pkg-config: alsa
// #include <errno.h>
// #include <stdlib.h>
// #include <alsa/asoundlib.h>
//
// static void ignore(const char *file, int line, const char *function, int err, const char *fmt, ...) {}
//
// static void quiet(void) { snd_lib_error_set_handler(ignore); }
//
// // openable says whether a device can be played on, now or once others let it go.
// static int openable(const char *name) {
// 	snd_pcm_t *pcm;
// 	int err = snd_pcm_open(&pcm, name, SND_PCM_STREAM_PLAYBACK, SND_PCM_NONBLOCK);
// 	if (err >= 0)
// 		snd_pcm_close(pcm);
// 	return err >= 0 || err == -EBUSY;
// }
//
// // present says whether there is a device to play on: the usual one, or with all any
// // that oto would try.
// static int present(int all) {
// 	void **hints, **hint;
// 	int found = openable("default") || openable("plug:default");
// 	if (found || !all || snd_device_name_hint(-1, "pcm", &hints) != 0)
// 		return found;
// 	for (hint = hints; *hint != NULL && !found; hint++) {
// 		char *io = snd_device_name_get_hint(*hint, "IOID");
// 		char *name = snd_device_name_get_hint(*hint, "NAME");
// 		if (name != NULL && strcmp(name, "null") != 0 && (io == NULL || strcmp(io, "Input") != 0))
// 			found = openable(name);
// 		free(io);
// 		free(name);
// 	}
// 	snd_device_name_free_hint(hints);
// 	return found;
// }
import "C"

// quiet keeps ALSA from printing two dozen lines on standard error where there
// is no card; Player.Err tells of it in one.
func quiet() { C.quiet() }

// present reports whether there is a sound card now. oto looks for one only once. Who
// looks again and again doesn't look for all: some devices' libraries complain on
// standard error each time.
func present(all bool) bool {
	if all {
		return C.present(1) != 0
	}
	return C.present(0) != 0
}
