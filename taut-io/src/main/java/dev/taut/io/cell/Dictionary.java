package dev.taut.io.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Distinct texts numbered by first appearance; looking one up makes no object unless it is new. */
final class Dictionary {
    private final List<String> levels = new ArrayList<>();
    private int[] hashes = new int[16];
    private int[] slots = new int[64]; // code + 1; 0 is free
    private boolean zeros;

    /** The number of this text, a new one if it has none. */
    int code(char[] text, int from, int length) {
        int hash = hash(text, from, length);
        int slot = slot(hash, text, from, length);
        return slots[slot] != 0 ? slots[slot] - 1 : add(new String(text, from, length), hash, slot);
    }

    /** The number of this text, −1 if it has none. */
    int find(char[] text, int from, int length) {
        return slots[slot(hash(text, from, length), text, from, length)] - 1;
    }

    /** Where this text stands, or the free slot where it would. */
    private int slot(int hash, char[] text, int from, int length) {
        int slot = hash & (slots.length - 1);
        while (slots[slot] != 0) {
            int code = slots[slot] - 1;
            if (hashes[code] == hash && equal(levels.get(code), text, from, length)) {
                break;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    List<String> levels() {
        return levels;
    }

    /** True if any text holds a zero character, which no text file does. */
    boolean zeros() {
        return zeros;
    }

    private int add(String level, int hash, int slot) {
        int code = levels.size();
        levels.add(level);
        zeros |= level.indexOf('\0') >= 0;
        if (code == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * code);
        }
        hashes[code] = hash;
        slots[slot] = code + 1;
        if (2 * levels.size() > slots.length) {
            grow();
        }
        return code;
    }

    private void grow() {
        slots = new int[2 * slots.length];
        for (int code = 0; code < levels.size(); code++) {
            int slot = hashes[code] & (slots.length - 1);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = code + 1;
        }
    }

    private static int hash(char[] text, int from, int length) {
        int hash = 0;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + text[i];
        }
        hash *= 0x9E3779B9; // neighbouring texts far apart: the table probes linearly
        return hash ^ (hash >>> 15);
    }

    private static boolean equal(String level, char[] text, int from, int length) {
        if (level.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (level.charAt(i) != text[from + i]) {
                return false;
            }
        }
        return true;
    }
}
