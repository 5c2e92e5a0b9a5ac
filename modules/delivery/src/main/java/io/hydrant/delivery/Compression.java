package io.hydrant.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.xerial.snappy.SnappyHadoopCompatibleOutputStream;
import org.xerial.snappy.SnappyOutputStream;

/**
 * CompressionFormat of the API. The same data gives the same bytes, so that an upload can be
 * repeated. Containers and content encodings are those of objects that AWS has delivered, by public
 * records.
 */
public enum Compression {
  UNCOMPRESSED("UNCOMPRESSED", "") {
    @Override
    OutputStream packing(OutputStream out) {
      return out;
    }
  },
  GZIP("GZIP", "gzip") {
    @Override
    OutputStream packing(OutputStream out) throws IOException {
      return new GZIPOutputStream(out);
    }
  },
  /** An archive with one deflated entry, dated to the first moment that the format knows. */
  ZIP("ZIP", "zip") {
    @Override
    OutputStream packing(OutputStream out) throws IOException {
      ZipOutputStream zip = new ZipOutputStream(out);
      ZipEntry entry = new ZipEntry("records");
      entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
      zip.putNextEntry(entry);
      return zip;
    }
  },
  /** The stream format of snappy-java, not Snappy's own framing format. */
  SNAPPY("Snappy", "snappy-java") {
    @Override
    OutputStream packing(OutputStream out) {
      return new SnappyOutputStream(out);
    }
  },
  /** Hadoop's block format. */
  HADOOP_SNAPPY("HADOOP_SNAPPY", "hadoop-snappy") {
    @Override
    OutputStream packing(OutputStream out) {
      return new SnappyHadoopCompatibleOutputStream(out);
    }
  };

  private final String wireName;
  private final String contentEncoding;

  Compression(String wireName, String contentEncoding) {
    this.wireName = wireName;
    this.contentEncoding = contentEncoding;
  }

  /** Returns the format with that wire name; the validator has refused all unknown names. */
  public static Compression of(String wireName) {
    return Arrays.stream(values())
        .filter(format -> format.wireName.equals(wireName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not a compression format: " + wireName));
  }

  /** Returns the object's Content-Encoding; empty for uncompressed data. */
  public Optional<String> contentEncoding() {
    return Optional.of(contentEncoding).filter(encoding -> !encoding.isEmpty());
  }

  public byte[] compress(byte[] data) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = packing(packed)) {
      out.write(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  abstract OutputStream packing(OutputStream out) throws IOException;
}
