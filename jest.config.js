// Instants are stored in UTC and shown in Asia/Shanghai: a machine in neither zone shows code that mixes them up. Set here, since
// inside a test's own environment it comes too late for the clock.
process.env.TZ = 'America/New_York';

const transform = {
  '\\.[cm]?[jt]sx?$': [
    'babel-jest',
    {
      configFile: false,
      babelrc: false,
      presets: [
        ['@babel/preset-env', { targets: { node: '20' } }],
        ['@babel/preset-react', { runtime: 'automatic' }],
        ['@babel/preset-typescript', { allowDeclareFields: true }],
      ],
    },
  ],
};

// Published as ES modules only, while jest runs CommonJS: babel turns them into it.
const esModulesOnly = ['typebox', '@fastify/type-provider-typebox', 'cookie', 'file-type', 'strtok3', 'token-types', 'uint8array-extras', 'stream-json', 'stream-chain', 'mobx', 'mobx-react-lite', '@exodus'];
const transformIgnorePatterns = [`/node_modules/(?!(?:.*/)?(?:${esModulesOnly.join('|')})/)`];

module.exports = {
  maxWorkers: 2,
  // Only ends a test that hangs: an embedded database takes seconds to start on a busy machine.
  testTimeout: Number(process.env.TEST_TIMEOUT || 60_000),
  projects: [
    {
      displayName: 'server',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/tests/server/**/*.test.ts', '<rootDir>/tests/wechat-sandbox/**/*.test.ts', '<rootDir>/tests/scripts/**/*.test.ts'],
      transform,
      transformIgnorePatterns,
    },
    {
      displayName: 'miniprogram',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/tests/miniprogram/**/*.test.ts?(x)'],
      transform,
      transformIgnorePatterns,
    },
    {
      displayName: 'long',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/tests/long/**/*.test.ts'],
      transform,
      transformIgnorePatterns,
    },
    {
      displayName: 'journeys',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/tests/journeys/**/*.test.ts'],
      transform,
      transformIgnorePatterns,
    },
  ],
};
