// Checks what `hamyar audit` writes with the packages that Go itself trusts for its checksum database. Knows nothing
// of Hamyar but its file names; written apart from it so that a fault of ours cannot hide in both.
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type checkpoint struct {
	size int64
	root tlog.Hash
}

// Go's decoders let stray bits in the last character pass; here what is read must be what was written.
func strict(text string) ([]byte, error) { return base64.StdEncoding.Strict().DecodeString(text) }

func openNote(key string, data []byte) (checkpoint, error) {
	verifier, err := note.NewVerifier(strings.TrimSpace(key))
	if err != nil {
		return checkpoint{}, err
	}
	opened, err := note.Open(data, note.VerifierList(verifier))
	if err != nil {
		return checkpoint{}, err
	}
	for _, signature := range append(opened.Sigs, opened.UnverifiedSigs...) {
		if _, err := strict(signature.Base64); err != nil {
			return checkpoint{}, err
		}
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != verifier.Name() {
		return checkpoint{}, errors.New("not a checkpoint of this log")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return checkpoint{}, err
	}
	root, err := tlog.ParseHash(lines[2])
	if opened.Text != fmt.Sprintf("%s\n%d\n%s\n", lines[0], size, root) {
		return checkpoint{}, errors.New("not written as checkpoints are")
	}
	return checkpoint{size, root}, err
}

func hashes(lines []string) (list []tlog.Hash, err error) {
	for _, line := range lines {
		data, err := strict(line)
		if err != nil || len(data) != tlog.HashSize {
			return nil, fmt.Errorf("not a hash: %q", line)
		}
		list = append(list, *(*tlog.Hash)(data))
	}
	return list, nil
}

func checkInclusion(key string, proof, leaf []byte) error {
	head, rest, found := strings.Cut(string(proof), "\n\n")
	lines := strings.Split(head, "\n")
	if !found || len(lines) < 2 || lines[0] != "c2sp.org/tlog-proof@v1" || !strings.HasPrefix(lines[1], "index ") {
		return errors.New("not a tlog-proof")
	}
	index, err := strconv.ParseInt(lines[1][len("index "):], 10, 64)
	if err != nil {
		return err
	}
	path, err := hashes(lines[2:])
	if err != nil {
		return err
	}
	tree, err := openNote(key, []byte(rest))
	if err != nil {
		return err
	}
	return tlog.CheckRecord(path, tree.size, tree.root, index, tlog.RecordHash(leaf))
}

func checkConsistency(key string, old, young, proof []byte) error {
	first, err := openNote(key, old)
	if err != nil {
		return err
	}
	second, err := openNote(key, young)
	if err != nil {
		return err
	}
	if !bytes.HasSuffix(proof, []byte("\n")) {
		return errors.New("cut off")
	}
	path, err := hashes(strings.Split(strings.TrimSuffix(string(proof), "\n"), "\n"))
	if err != nil {
		return err
	}
	return tlog.CheckTree(path, second.size, second.root, first.size, first.root)
}

// checkBundle reads a whole export: chain, tree, all checkpoints, all tiles.
func checkBundle(key, folder string) error {
	read := func(name string) []byte {
		data, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			data = nil
		}
		return data
	}
	head, err := openNote(key, read("checkpoint"))
	if err != nil {
		return err
	}
	lines := bytes.SplitAfter(read("entries.jsonl"), []byte("\n"))
	lines = lines[:len(lines)-1]
	if int64(len(lines)) != head.size {
		return fmt.Errorf("%d entries, the head says %d", len(lines), head.size)
	}
	var stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		found := make([]tlog.Hash, len(indexes))
		for i, index := range indexes {
			found[i] = stored[index]
		}
		return found, nil
	})
	previous := make([]byte, tlog.HashSize)
	bundle := []byte{}
	for i, line := range lines {
		leaf := bytes.TrimSuffix(line, []byte("\n"))
		var entry struct {
			Seq  int64  `json:"seq"`
			Prev string `json:"prev"`
		}
		if err := json.Unmarshal(leaf, &entry); err != nil || entry.Seq != int64(i) || entry.Prev != hex.EncodeToString(previous) {
			return fmt.Errorf("entry %d is not the next of the chain", i)
		}
		hash := tlog.RecordHash(leaf)
		previous = hash[:]
		more, err := tlog.StoredHashesForRecordHash(int64(i), hash, reader)
		if err != nil {
			return err
		}
		stored = append(stored, more...)
		bundle = append(append(bundle, byte(len(leaf)>>8), byte(len(leaf))), leaf...)
		if width := i%256 + 1; width == 256 || i == len(lines)-1 {
			tile := tlog.Tile{H: 8, L: -1, N: int64(i / 256), W: width}
			if !bytes.Equal(read(strings.Replace(tile.Path(), "tile/8/data/", "tile/entries/", 1)), bundle) {
				return fmt.Errorf("entries of %s are others", tile.Path())
			}
			bundle = bundle[:0]
		}
	}
	if root, err := tlog.TreeHash(head.size, reader); err != nil || root != head.root {
		return errors.New("the entries do not have the signed root")
	}
	kept, _ := filepath.Glob(filepath.Join(folder, "checkpoints", "*"))
	for _, name := range kept {
		data, _ := os.ReadFile(name)
		old, err := openNote(key, data)
		if err != nil {
			return err
		}
		if root, err := tlog.TreeHash(old.size, reader); err != nil || root != old.root || filepath.Base(name) != fmt.Sprint(old.size) {
			return fmt.Errorf("%s is of another history", name)
		}
	}
	tiles := 0
	for _, tile := range tlog.NewTiles(8, 0, head.size) {
		// Go lists every width that the last tile ever had; only the present one is handed out.
		if last := head.size>>(8*tile.L) - tile.N<<8; tile.W < 256 && int64(tile.W) < last {
			continue
		}
		tiles++
		data, err := tlog.ReadTileData(tile, reader)
		if err != nil || !bytes.Equal(read(strings.Replace(tile.Path(), "tile/8/", "tile/", 1)), data) {
			return fmt.Errorf("%s is another", tile.Path())
		}
	}
	fmt.Printf("go: %d entries, %d earlier checkpoints, %d tiles\n", len(lines), len(kept), tiles)
	return nil
}

// mutate changes each byte of each file in turn; nothing of it may be accepted.
func mutate(what string, files [][]byte, check func([][]byte) error) error {
	count := 0
	for f := range files {
		for at := range files[f] {
			for _, change := range []byte{0x01, 0x20, 0x80} {
				changed := append([][]byte{}, files...)
				changed[f] = append([]byte{}, files[f]...)
				changed[f][at] ^= change
				if check(changed) == nil {
					return fmt.Errorf("%s: file %d with byte %d changed by %#x is accepted", what, f, at, change)
				}
				count++
			}
		}
	}
	fmt.Printf("go: %d changed files of %s refused\n", count, what)
	return nil
}

func run(arguments []string) error {
	var files [][]byte
	for _, name := range arguments[1:] {
		data, err := os.ReadFile(name)
		if err != nil && arguments[0] != "bundle" {
			return err
		}
		files = append(files, data)
	}
	key := string(files[0])
	open := func(f [][]byte) error { _, err := openNote(key, f[0]); return err }
	inclusion := func(f [][]byte) error { return checkInclusion(key, f[0], f[1]) }
	consistency := func(f [][]byte) error { return checkConsistency(key, f[0], f[1], f[2]) }
	switch arguments[0] {
	case "note":
		return open(files[1:])
	case "inclusion":
		return inclusion(files[1:])
	case "consistency":
		return consistency(files[1:])
	case "bundle":
		return checkBundle(key, arguments[2])
	case "mutate-note":
		return mutate("a note", files[1:], open)
	case "mutate-inclusion":
		return mutate("an inclusion", files[1:], inclusion)
	case "mutate-consistency":
		return mutate("a consistency", files[1:], consistency)
	}
	return errors.New("unknown command")
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "go:", err)
		os.Exit(1)
	}
}
