import { configure } from '@testing-library/react';

// A slow machine may take more than the usual second to load what a component loads when it is needed.
configure({ asyncUtilTimeout: 10_000 });
