package eavesdrop.classroom;

import java.util.Locale;

/// What can be remarkable about a submission. A mark tells what is there; what it is worth is for the instructor to
/// say.
public enum Mark {
    // What cannot be opened or told whose it is, and therefore is not checked:
    EMPTY(true),
    NOT_A_ZIP(true),
    DAMAGED(true),
    ENCRYPTED(true),
    TOO_LARGE(true),
    TOO_MANY_FILES(true),
    COMPRESSED_TOO_MUCH(true),
    UNSAFE_NAME(true),
    LINK(true),
    DOUBLE_NAME(true),
    ARCHIVE_INSIDE(true),
    NO_MANIFEST(true),
    BAD_MANIFEST(true),
    UNKNOWN_ID(true),
    NOT_CHECKED(true),
    // What is checked, and should be looked at:
    FILE_MISSING(false),
    CHANGED_AFTER_PACKING(false),
    WORKSHEET_UNREADABLE(false),
    CAPTURE_UNREADABLE(false),
    LOG_UNREADABLE(false),
    LOG_DOES_NOT_FIT(false),
    FOREIGN_CODEWORD(false),
    FOREIGN_EVIDENCE(false),
    SAME_CAPTURE(false),
    MORE_THAN_A_LAB(false),
    HOME_MADE_TICKET(false),
    UNKNOWN_WORKSHEET(false),
    PROGRESS_UNREADABLE(false),
    LATE(false),
    UNDATED(false),
    TWICE(false),
    MISSING(false);

    private final boolean stops;

    Mark(boolean stops) {
        this.stops = stops;
    }

    /// Whether a submission that has this mark is not checked at all.
    public boolean stops() {
        return stops;
    }

    /// For machines and for the page: `foreign-codeword`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
