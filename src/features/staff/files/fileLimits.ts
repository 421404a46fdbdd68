/** WeChat hands a file over as a whole in memory: beyond this phones give up. */
export const largestFromWeChat = 10 * 1024 ** 2;
