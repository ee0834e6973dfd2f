#!/bin/bash
# Installs what is missing for `setup.sh build` (compiling the game) and
# `setup.sh test` (that, and a screen without a monitor and hands for it).
# Looks for the things themselves, so a second run installs nothing and asks
# no package manager anything.
. "$(dirname "$0")/lib.sh"

# Each row: what to look for | why it is needed | Debian | Fedora | Arch
build_rows='
cc|a C compiler: Go calls it for the window and the sound|gcc libc6-dev|gcc glibc-devel|gcc
pkgconfig|pkg-config: tells the compiler where ALSA lies|pkg-config|pkgconf-pkg-config|pkgconf
x11|X11 headers: for the window, the keyboard and the mouse|libx11-dev libxext-dev libxrandr-dev libxcursor-dev libxinerama-dev libxi-dev libxxf86vm-dev|libX11-devel libXext-devel libXrandr-devel libXcursor-devel libXinerama-devel libXi-devel libXxf86vm-devel|libx11 libxext libxrandr libxcursor libxinerama libxi libxxf86vm xorgproto
gl|OpenGL, the library and its headers: draws the caves|libgl1-mesa-dev libegl1 libgl1-mesa-dri|mesa-libGL-devel mesa-libEGL mesa-dri-drivers|mesa libglvnd
alsa|ALSA headers: for the sound|libasound2-dev|alsa-lib-devel|alsa-lib
'
test_rows='
command Xvfb|Xvfb: a screen without a monitor, for the tests that draw|xvfb|xorg-x11-server-Xvfb|xorg-server-xvfb
command xdotool|xdotool: presses real keys in the tests of the window|xdotool|xdotool|xdotool
command import|ImageMagick: takes screenshots in the tests of the window|imagemagick|ImageMagick|imagemagick
command openbox|openbox: a window manager, for focus, closing and full screen|openbox|openbox|openbox
command wmctrl|wmctrl: closes windows as a person does|wmctrl|wmctrl|wmctrl
command xprop|xprop and xwininfo: tell a window of its state|x11-utils|xprop xwininfo|xorg-xprop xorg-xwininfo
command xrdb|xrdb: sets the scale of the screen in the tests|x11-xserver-utils|xrdb|xorg-xrdb
'

have() {
	case "$1" in
	cc) printf '#include <stdio.h>\nint main(void){return 0;}\n' | compiles ;;
	pkgconfig) command -v pkg-config >/dev/null ;;
	x11)
		printf '#include <X11/%s>\n' Xlib.h XKBlib.h Xcursor/Xcursor.h extensions/{shape,Xrandr,Xinerama,XInput2,xf86vmode}.h |
			cat - <(echo 'int main(void){return 0;}') |
			compiles -lX11 -lXrandr -lXxf86vm -lXi -lXcursor -lXinerama
		;;
	gl)
		printf '#include <GL/glx.h>\nint main(void){return 0;}\n' | compiles &&
			ldconfig_knows libGL.so.1 && ldconfig_knows libEGL.so.1
		;;
	alsa)
		local flags
		flags="$(pkg-config --cflags --libs alsa 2>/dev/null)" &&
			printf '#include <alsa/asoundlib.h>\nint main(void){return 0;}\n' | compiles $flags
		;;
	'command '*) command -v "${1#command }" >/dev/null ;;
	esac
}

compiles() { $(go env CC) -x c - -o /dev/null "$@" 2>/dev/null; }

# ldconfig_knows says whether a library can be loaded; where nobody can tell,
# it takes it to be there.
ldconfig_knows() {
	local all
	PATH="$PATH:/sbin:/usr/sbin" command -v ldconfig >/dev/null || return 0
	all="$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null)" && [[ "$all" == *"$1"* ]]
}

# as_root runs a command as root, by sudo where it must.
as_root() {
	if [ "$(id -u)" = 0 ]; then
		"$@"
	elif command -v sudo >/dev/null; then
		sudo "$@"
	else
		die "Please run this as root, then try again: $*"
	fi
}

apt_install() {
	local run=(env DEBIAN_FRONTEND=noninteractive apt-get -o Acquire::Retries=4 -o DPkg::Lock::Timeout=300)
	# An old or empty package list is the one reason to fetch a new one.
	as_root "${run[@]}" install -y --no-install-recommends "$@" >&2 && return
	as_root "${run[@]}" update >&2 || true
	as_root "${run[@]}" install -y --no-install-recommends "$@" >&2
}

install_missing() {
	local rows="$1" column packages=() what why debian fedora arch
	while IFS='|' read -r what why debian fedora arch; do
		if [ -z "$what" ] || have "$what"; then
			continue
		fi
		if [ "${#packages[@]}" = 0 ]; then
			say 'laneya needs a few things that this system lacks:'
		fi
		say "  - $why"
		case "$manager" in
		apt-get) column="$debian" ;;
		dnf) column="$fedora" ;;
		pacman) column="$arch" ;;
		*) column="$debian" ;;
		esac
		read -r -a column <<<"$column"
		packages+=("${column[@]}")
	done <<<"$rows"
	if [ "${#packages[@]}" = 0 ]; then
		return
	fi
	if [ -z "$manager" ]; then
		die "Please install them, then try again. Debian calls them: ${packages[*]}"
	fi
	say "Installing with $manager: ${packages[*]}"
	case "$manager" in
	apt-get) apt_install "${packages[@]}" ;;
	dnf) as_root dnf install -y "${packages[@]}" >&2 ;;
	pacman) as_root pacman -S --needed --noconfirm "${packages[@]}" >&2 ;;
	esac
}

setup_linux() {
	manager=''
	for m in apt-get dnf pacman; do
		if command -v "$m" >/dev/null; then
			manager="$m"
			break
		fi
	done
	if [ "$1" = test ]; then
		install_missing "$build_rows$test_rows"
	else
		install_missing "$build_rows"
	fi
}

case "$(system)" in
linux) setup_linux "${1:-build}" ;;
macos)
	xcode-select -p >/dev/null 2>&1 ||
		die 'laneya needs the Xcode command line tools, for the window. Install them with: xcode-select --install'
	;;
windows) ;; # Go alone is enough
bsd) have x11 || die 'laneya needs a C compiler, pkg-config and the X11 libraries (randr, cursor, inerama, xi, xxf86vm).' ;;
esac
