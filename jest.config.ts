/** @jest-config-loader esbuild-register */
import type { Config } from 'jest';

const config: Config = {
  testEnvironment: 'node',
  roots: ['<rootDir>/tests', '<rootDir>/conformance'],
  setupFiles: ['<rootDir>/tests/parts.setup.ts', '<rootDir>/tests/tiers.setup.ts'],
  setupFilesAfterEnv: ['<rootDir>/tests/assertions.setup.ts'],
  testMatch: ['**/*.test.ts'],
  moduleNameMapper: {
    '^pybuffer$': '<rootDir>/src/index.ts',
    '^pybuffer/([\\w-]+)$': ['<rootDir>/src/$1.ts', '<rootDir>/src/$1/index.ts'],
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {
    // Types are checked once, by `npm run types`; here each file is only translated.
    '^.+\\.ts$': ['ts-jest', { tsconfig: 'tests/tsconfig.jest.json' }],
  },
};

export default config;
