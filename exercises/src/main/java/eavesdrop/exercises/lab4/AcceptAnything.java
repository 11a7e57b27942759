package eavesdrop.exercises.lab4;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/// Trusts every certificate, whoever made it and for whatever name. Given for lab 4 only: lab 5 shows what it is worth.
///
/// Such classes stand in many programs, "for the tests". Never use one outside this lab.
public final class AcceptAnything extends X509ExtendedTrustManager {
    /// For a client that asks nobody for papers.
    public static SSLContext context() throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new AcceptAnything()}, null);
            return context;
        } catch (GeneralSecurityException unusable) {
            throw new IOException("TLS cannot be set up here: " + unusable.getMessage(), unusable);
        }
    }

    // Each of these may throw a CertificateException to refuse. None does.

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyType) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyType, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyType, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyType) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyType, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyType, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
