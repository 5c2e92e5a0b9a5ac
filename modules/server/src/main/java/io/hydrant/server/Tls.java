package io.hydrant.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.apache.pekko.pki.pem.DERPrivateKeyLoader;
import org.apache.pekko.pki.pem.PEMDecoder;
import org.apache.pekko.pki.pem.PEMLoadingException;

/** The certificate and key of the node's port, from PEM files. */
final class Tls {
  private static final char[] NO_PASSWORD = new char[0];

  private Tls() {}

  static SSLContext load(ListenerSettings.TlsFiles files) throws NodeStartException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, NO_PASSWORD);
      store.setKeyEntry("node", key(files.key()), NO_PASSWORD, chain(files.certificate()));
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, NO_PASSWORD);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException | PEMLoadingException | IllegalArgumentException e) {
      throw new NodeStartException(
          "The certificate "
              + files.certificate()
              + " and the key "
              + files.key()
              + " cannot be used for TLS: they must be PEM files that belong together, the key"
              + " without a password.",
          e);
    } catch (IOException e) {
      throw new NodeStartException("For TLS, " + e.getMessage() + " cannot be read.", e);
    }
  }

  private static Certificate[] chain(Path file) throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(file)) {
      return CertificateFactory.getInstance("X.509")
          .generateCertificates(in)
          .toArray(Certificate[]::new);
    }
  }

  private static PrivateKey key(Path file) throws IOException, PEMLoadingException {
    return DERPrivateKeyLoader.load(PEMDecoder.decode(Files.readString(file)));
  }
}
