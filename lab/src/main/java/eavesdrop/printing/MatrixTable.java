package eavesdrop.printing;

import eavesdrop.console.Console;
import eavesdrop.console.Table;
import eavesdrop.console.TableRow;
import eavesdrop.evidence.Observation.Sees;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The matrix as a table for people, and as JSON:
///
///     [{"scenario": "tls", "meaning": "…", "refusal": null, "problem": null,
///       "cells": [{"observer": "Eve", "sees": "that-something-was-said", "evidence": "frame 41: …", "proven": true}]}]
public final class MatrixTable {
    static final List<String> OBSERVERS = List.of("Eve", "the operator", "Mallory", "Bob");
    private static final TableRow ROW = new TableRow(-18, -18, -18, -18, -18);

    private MatrixTable() {}

    public static void print(Console console, List<Rung> rungs) {
        Table table = new Table(console, ROW, "rung", "Eve", "the operator", "Mallory", "Bob");
        table.printHeadings();
        rungs.forEach(rung -> console.print(table.row(
                rung.scenario(),
                word(rung, "Eve"),
                word(rung, "the operator"),
                word(rung, "Mallory"),
                word(rung, "Bob"))));
        console.print("");
        for (Rung rung : rungs) {
            console.print(console.bold(rung.scenario()) + ": " + rung.meaning());
            rung.refusal().ifPresent(reason -> console.print("  the clients refuse the server: " + reason));
            rung.problem().ifPresent(problem -> console.print("  ✗ " + problem));
            rung.cells()
                    .forEach(cell -> console.print(
                            "  " + cell.observer() + ": " + word(cell) + " (" + cell.evidence() + ")" + doubt(cell)));
        }
    }

    private static String doubt(Rung.Cell cell) {
        if (cell.sees() == Sees.CONTENT || cell.proven()) {
            return "";
        }
        return cell.searched() == 0 ? "; there was nothing to search" : "; not all of it could be searched";
    }

    static String word(Rung rung, String observer) {
        String absent = rung.problem().isPresent() ? "?" : "–";
        return rung.cell(observer).map(MatrixTable::word).orElse(absent);
    }

    private static String word(Rung.Cell cell) {
        return switch (cell.sees()) {
            case CONTENT -> "content";
            case THAT_SOMETHING_WAS_SAID -> "who, when, length";
            case NOTHING -> "nothing";
        };
    }

    public static List<Map<String, @Nullable Object>> json(List<Rung> rungs) {
        return rungs.stream().map(MatrixTable::json).toList();
    }

    private static Map<String, @Nullable Object> json(Rung rung) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("scenario", rung.scenario());
        json.put("meaning", rung.meaning());
        json.put("refusal", rung.refusal().orElse(null));
        json.put("problem", rung.problem().orElse(null));
        json.put("cells", rung.cells().stream().map(MatrixTable::json).toList());
        return json;
    }

    private static Map<String, Object> json(Rung.Cell cell) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("observer", cell.observer());
        json.put("sees", cell.sees().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        json.put("evidence", cell.evidence());
        json.put("proven", cell.proven());
        return json;
    }
}
