package io.hydrant.s3.form;

import io.hydrant.s3.message.BodySink;
import io.hydrant.s3.message.Payload;
import io.hydrant.s3.message.Query;
import io.hydrant.s3.message.S3Request;
import io.hydrant.s3.message.S3Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Stores the file of a form. The fields come first and are checked before the file is read; what
 * follows the file is ignored. The file goes to the storage as it arrives.
 */
public final class FormUpload implements BodySink {
  /** The limit of all fields together. */
  private static final int FIELDS_BYTES_MAX = 20 * 1024;

  /** What a field costs at least, so that their number is bounded, too. */
  private static final int FIELD_BYTES = 16;

  private static final String FILE = "file";

  private final FormRequest request;
  private final FormAuthenticator authenticator;
  private final Opener opener;
  private final InstantSource clock;
  private final MultipartReader reader;
  private final ByteArrayOutputStream value = new ByteArrayOutputStream();
  private FormFields fields = FormFields.NONE;
  private int fieldBytes;
  private Optional<PostPolicy> policy = Optional.empty();
  private Optional<BodySink> object = Optional.empty();
  private boolean ended;
  private long size;

  /** Begins an operation. */
  @FunctionalInterface
  public interface Opener {
    BodySink open(S3Request request) throws IOException;
  }

  /**
   * @param opener begins PutObject
   * @param clock the service's clock, on which policies expire
   */
  public FormUpload(
      FormRequest request, FormAuthenticator authenticator, Opener opener, InstantSource clock) {
    this.request = request;
    this.authenticator = authenticator;
    this.opener = opener;
    this.clock = clock;
    this.reader = new MultipartReader(request.boundary(), new Parts());
  }

  @Override
  public void write(ByteBuffer bytes) {
    reader.write(bytes);
  }

  @Override
  public S3Response finish() {
    reader.finish();
    if (!ended) {
      throw FormErrors.noFile().exception();
    }
    policy.ifPresent(each -> each.checkSize(size, true));
    return new FormAnswer(request, fields, object.orElseThrow().finish()).response();
  }

  @Override
  public void abort() {
    object.ifPresent(BodySink::abort);
  }

  private final class Parts implements MultipartReader.Parts {
    private String name = "";

    @Override
    public void begin(PartHead head) {
      name = head.name();
      count(name.length() + FIELD_BYTES);
      if (name.equalsIgnoreCase(FILE) && object.isEmpty()) {
        fields = fields.named(head.fileName().orElse(""));
        object = Optional.of(open());
      }
    }

    @Override
    public void content(ByteBuffer bytes) {
      if (object.isEmpty()) {
        count(bytes.remaining());
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        value.writeBytes(copy);
      } else if (!ended) {
        size += bytes.remaining();
        policy.ifPresent(each -> each.checkSize(size, false));
        object.get().write(bytes);
      }
    }

    @Override
    public void end() {
      if (object.isPresent()) {
        ended = true;
      } else {
        fields = fields.with(name, value.toString(StandardCharsets.UTF_8));
        value.reset();
      }
    }

    private void count(int bytes) {
      if (object.isEmpty()) {
        fieldBytes += bytes;
        if (fieldBytes > FIELDS_BYTES_MAX) {
          throw FormErrors.fieldsTooLarge(FIELDS_BYTES_MAX).exception();
        }
      }
    }
  }

  private BodySink open() {
    String key = fields.required("key");
    S3Request head = request.head();
    S3Request put =
        new S3Request(
            "PUT",
            new S3Request.Target(
                head.target().bucket(), Optional.of(key).filter(text -> !text.isEmpty())),
            Query.NONE,
            FormHeaders.of(fields),
            OptionalLong.empty(),
            new Payload.Delimited(),
            authenticator.caller(fields).map(known -> known.forRequest(head.requestId())),
            head.requestId());
    policy = fields.first("policy").map(PostPolicyReader::read);
    policy.ifPresent(
        each -> each.check(fields, head.target().bucket().orElse(""), clock.instant()));
    if (key.isEmpty()) {
      throw FormErrors.emptyKey().exception();
    }
    try {
      return opener.open(put);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
