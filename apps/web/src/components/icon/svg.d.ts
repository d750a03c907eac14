// Next's own file for this, next-env.d.ts, only exists after a build.
/// <reference types="next/image-types/global" />
