package io.hydrant.delivery;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;

/**
 * An S3 on the file system: a bucket is a folder, an object a file in it. It listens on a loopback
 * port of its own and does not authenticate callers. Clients reach it through the node's one port.
 */
public final class EmbeddedS3 implements AutoCloseable {
  private final S3Proxy proxy;

  private EmbeddedS3(S3Proxy proxy) {
    this.proxy = proxy;
  }

  /**
   * Starts the server.
   *
   * @param folder is created when it does not exist
   */
  public static EmbeddedS3 start(Path folder) throws IOException {
    Files.createDirectories(folder);
    Properties properties = new Properties();
    properties.setProperty("jclouds.filesystem.basedir", folder.toString());
    S3Proxy proxy =
        S3Proxy.builder()
            .blobStore(BlobStores.create("filesystem-nio2", properties))
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.NONE, "", "")
            .ignoreUnknownHeaders(true)
            .jettyMaxThreads(32)
            .build();
    try {
      proxy.start();
    } catch (Exception e) {
      throw new IOException("The embedded S3 does not start: " + e.getMessage(), e);
    }
    return new EmbeddedS3(proxy);
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + proxy.getPort());
  }

  @Override
  public void close() throws IOException {
    try {
      proxy.stop();
    } catch (Exception e) {
      throw new IOException("The embedded S3 does not stop: " + e.getMessage(), e);
    }
  }
}
