package eavesdrop.worksheet;

import eavesdrop.LabException;
import eavesdrop.worksheet.Yaml.Fields;
import eavesdrop.worksheet.Yaml.Items;
import eavesdrop.worksheet.Yaml.Text;
import java.util.List;
import java.util.Optional;

/// Reads values out of a YAML file of the kit, and names the file and the line where one is not as it must be.
public record YamlSource(String name) {
    public Fields parse(String text) {
        return switch (Yaml.read(text)) {
            case Yaml.Read(Yaml value) -> fields(value);
            case Yaml.Unreadable(int line, String what) -> throw wrong(line, what);
        };
    }

    public Fields fields(Yaml value) {
        if (value instanceof Fields fields) {
            return fields;
        }
        throw wrong(value.line(), "names with values are expected here");
    }

    public String text(Yaml value) {
        if (value instanceof Text text && !text.value().isEmpty()) {
            return text.value();
        }
        throw wrong(value.line(), "one value is expected here");
    }

    public int number(Yaml value) {
        try {
            return Integer.parseInt(text(value));
        } catch (NumberFormatException notANumber) {
            throw wrong(value.line(), "a number is expected here");
        }
    }

    public List<Yaml> items(Yaml value) {
        return value instanceof Items items ? items.items() : List.of(value);
    }

    public Yaml need(Fields fields, String name) {
        return optional(fields, name).orElseThrow(() -> wrong(fields.line(), "`" + name + "` is missing"));
    }

    public Optional<Yaml> optional(Fields fields, String name) {
        return Optional.ofNullable(fields.fields().get(name));
    }

    /// A typing error in a name must not pass as if it were not there.
    public void onlyHas(Fields fields, String... known) {
        fields.fields().forEach((name, value) -> {
            if (!List.of(known).contains(name)) {
                throw wrong(value.line(), "`" + name + "` means nothing here; known are " + String.join(", ", known));
            }
        });
    }

    public LabException wrong(int line, String what) {
        return LabException.file(name + ", line " + line + ": " + what + ".", "Mend the file, or restore it.");
    }
}
