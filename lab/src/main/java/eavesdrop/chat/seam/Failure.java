package eavesdrop.chat.seam;

import eavesdrop.chat.protocol.Printable;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;

/// What went wrong in a transport or a sealer, in one sentence without its full stop.
public final class Failure {
    private static final int MOST_CHARACTERS = 300;
    private static final int MOST_CAUSES = 16;

    private Failure() {}

    /// The reason that lies deepest says most. What a certificate lacks is said in plain words. What is a mistake in
    /// the code (neither an `IOException` nor a `GeneralSecurityException`) is named with its place in the source.
    public static String inWords(Throwable failure) {
        Throwable deepest = failure;
        for (int i = 0; i < MOST_CAUSES && deepest.getCause() != null; i++) {
            Optional<String> known = ofCertificate(deepest);
            if (known.isPresent()) {
                return known.get();
            }
            deepest = deepest.getCause();
        }
        return ofCertificate(deepest).orElse(oneLine(words(deepest)));
    }

    private static Optional<String> ofCertificate(Throwable failure) {
        return switch (failure) {
            case CertificateExpiredException _ -> Optional.of("the certificate has expired");
            case CertificateNotYetValidException _ -> Optional.of("the certificate is not valid yet");
            case CertPathBuilderException _ ->
                Optional.of("the certificate is signed by nobody who is trusted here (" + oneLine(text(failure)) + ")");
            case CertificateException wrong
            when text(wrong).startsWith("No name matching") || text(wrong).startsWith("No subject alternative") ->
                Optional.of("the certificate is not for this name (" + oneLine(text(wrong)) + ")");
            default -> Optional.empty();
        };
    }

    private static String words(Throwable failure) {
        boolean isExpected = failure instanceof IOException || failure instanceof GeneralSecurityException;
        if (isExpected) {
            return text(failure).isEmpty() ? failure.getClass().getSimpleName() : text(failure);
        }
        // The class of an exercise that is still to be written says all that there is to say.
        boolean isToDo = text(failure).startsWith("TODO(");
        return isToDo ? text(failure) : failure.getClass().getSimpleName() + " " + text(failure) + place(failure);
    }

    private static String place(Throwable failure) {
        for (StackTraceElement frame : failure.getStackTrace()) {
            boolean isJdk = frame.getModuleName() != null;
            if (!isJdk && frame.getFileName() != null) {
                return " at " + frame.getFileName() + ":" + frame.getLineNumber();
            }
        }
        return "";
    }

    private static String text(Throwable failure) {
        return failure.getMessage() == null ? "" : failure.getMessage();
    }

    /// Parts of it may come from the network.
    private static String oneLine(String text) {
        String line = Printable.of(text.strip().replaceAll("\\s+", " "));
        String unended = line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
        return unended.length() <= MOST_CHARACTERS ? unended : unended.substring(0, MOST_CHARACTERS) + "…";
    }
}
