package eavesdrop.house;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// Takes a source file apart into its types, fields, methods and blocks, with the compiler's own parser.
final class SourceMembers {
    enum Kind {
        PACKAGE,
        TYPE,
        FIELD,
        METHOD,
        BLOCK
    }

    /// A part of a source file.
    ///
    /// @param name for example `Sniffer.segment(Packet)`; `package` for the package clause
    /// @param head what a caller sees, letter by letter: comment, annotations, signature; a field's value, too
    /// @param body of a method or block, letter by letter
    /// @param todo whether the body says that it is still to be written
    /// @param closed whether it or a type around it is private
    record Member(Kind kind, String name, String head, String body, boolean todo, boolean closed) {}

    private final String text;
    private final CompilationUnitTree unit;
    private final DocTrees trees;
    private final List<Member> members = new ArrayList<>();
    private int blocks;

    private SourceMembers(String text, JavacTask task) throws IOException {
        this.text = text;
        this.unit = task.parse().iterator().next();
        this.trees = DocTrees.instance(task);
    }

    /// The members in their order; a type stands before what is in it.
    ///
    /// @param text of a source file that compiles
    static List<Member> of(String text) {
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///Source.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return text;
                    }
                };
        JavacTask task = (JavacTask)
                ToolProvider.getSystemJavaCompiler().getTask(null, null, null, List.of(), null, List.of(file));
        try {
            return new SourceMembers(text, task).read();
        } catch (IOException impossible) {
            throw new UncheckedIOException("the text is in memory", impossible);
        }
    }

    private List<Member> read() {
        members.add(new Member(Kind.PACKAGE, "package", String.valueOf(unit.getPackageName()), "", false, false));
        TreePath root = new TreePath(unit);
        for (Tree type : unit.getTypeDecls()) {
            member(new TreePath(root, type), "", false);
        }
        return members;
    }

    private void member(TreePath path, String outer, boolean inClosed) {
        switch (path.getLeaf()) {
            case ClassTree type -> type(path, type, outer, inClosed || isPrivate(type.getModifiers()));
            case MethodTree method -> {
                Tree body = method.getBody();
                boolean closed = inClosed || isPrivate(method.getModifiers());
                String head = body == null ? text(method) : text(start(method), start(body));
                add(Kind.METHOD, path, outer + signature(method), head, body == null ? "" : text(body), closed);
            }
            case VariableTree field -> {
                boolean closed = inClosed || isPrivate(field.getModifiers());
                add(Kind.FIELD, path, outer + field.getName(), text(field), "", closed);
            }
            case BlockTree block -> add(Kind.BLOCK, path, outer + "block " + ++blocks, "", text(block), inClosed);
            // The language may get new kinds of members.
            default -> throw new IllegalArgumentException("unknown member: " + path.getLeaf());
        }
    }

    private void type(TreePath path, ClassTree type, String outer, boolean closed) {
        String head = type.getModifiers() + " " + type.getKind() + " " + type.getTypeParameters() + " "
                + type.getExtendsClause() + " " + type.getImplementsClause() + " " + type.getPermitsClause();
        add(Kind.TYPE, path, outer + type.getSimpleName(), head, "", closed);
        for (Tree inside : type.getMembers()) {
            member(new TreePath(path, inside), outer + type.getSimpleName() + ".", closed);
        }
    }

    private void add(Kind kind, TreePath path, String name, String head, String body, boolean closed) {
        String comment = Objects.requireNonNullElse(trees.getDocComment(path), "");
        members.add(new Member(
                kind, name, comment + head.strip(), body, body.contains("throw new TodoException("), closed));
    }

    private static String signature(MethodTree method) {
        return method.getParameters().stream()
                .map(parameter -> parameter.getType().toString())
                .collect(Collectors.joining(", ", method.getName() + "(", ")"));
    }

    private static boolean isPrivate(ModifiersTree modifiers) {
        return modifiers.getFlags().contains(Modifier.PRIVATE);
    }

    private String text(Tree tree) {
        return text(start(tree), trees.getSourcePositions().getEndPosition(unit, tree));
    }

    private String text(long from, long to) {
        return text.substring((int) from, (int) to);
    }

    private long start(Tree tree) {
        return trees.getSourcePositions().getStartPosition(unit, tree);
    }
}
