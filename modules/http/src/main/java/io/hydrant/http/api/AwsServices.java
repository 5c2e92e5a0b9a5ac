package io.hydrant.http.api;

import io.hydrant.api.call.ApiRateLimiter;
import io.hydrant.api.call.CallInterceptor;
import io.hydrant.api.call.FaultInjection;
import io.hydrant.api.call.FirehoseAuthorizer;
import io.hydrant.api.call.InputValidation;
import io.hydrant.api.call.Service;
import io.hydrant.api.firehose.FirehoseOperations;
import io.hydrant.api.kms.KmsOperations;
import io.hydrant.api.kms.UnbuiltOperations;
import io.hydrant.api.port.FaultControl;
import io.hydrant.api.port.FirehoseApi;
import io.hydrant.api.port.KmsApi;
import io.hydrant.api.shape.InputReader;
import io.hydrant.api.shape.Shapes;
import io.hydrant.api.shape.Validator;
import io.hydrant.core.fault.Fault;
import io.hydrant.core.policy.IdentityPolicyStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The two services of the JSON protocol, each with its checks in the order in which they run. */
public final class AwsServices {
  private static final String FIREHOSE = "Firehose_20150804";
  private static final String KMS = "TrentService";

  private AwsServices() {}

  /** Returns Firehose: rate, input, permission, faults. */
  public static Service firehose(
      FirehoseApi api,
      boolean rateLimited,
      IdentityPolicyStore identities,
      FaultControl faults,
      InstantSource clock) {
    Shapes shapes = Shapes.firehose();
    List<CallInterceptor> checks = new ArrayList<>();
    if (rateLimited) {
      checks.add(new ApiRateLimiter(clock));
    }
    checks.add(new InputValidation(new Validator(shapes)));
    checks.add(new FirehoseAuthorizer(identities, clock));
    checks.add(new FaultInjection(faults));
    return Service.of(
        Fault.Service.FIREHOSE,
        FIREHOSE,
        FirehoseOperations.all(api),
        Set.of(),
        new InputReader(shapes),
        checks);
  }

  /** Returns KMS: input, faults. The keys themselves decide about permissions. */
  public static Service kms(KmsApi api, FaultControl faults) {
    Shapes shapes = Shapes.kms();
    return Service.of(
        Fault.Service.KMS,
        KMS,
        KmsOperations.all(api),
        UnbuiltOperations.NAMES,
        new InputReader(shapes),
        List.of(new InputValidation(new Validator(shapes)), new FaultInjection(faults)));
  }
}
