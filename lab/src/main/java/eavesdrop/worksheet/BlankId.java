package eavesdrop.worksheet;

/// Names one blank of a worksheet: question `2.3`, blank `port`.
public record BlankId(String question, String blank) {
    @Override
    public String toString() {
        return question + " " + blank;
    }
}
