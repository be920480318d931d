/** Where somebody signs in. */
export type Surface = 'partner-center' | 'admin-center' | 'back-office';

/** Somebody of the demo. */
export interface Person {
  surface: Surface;
  name: string;
  family: string;
  given: string;
}

/** The password of everybody in the demo. */
export const PASSWORD = 'Demo-2019!';

const haiyun = (name: string, family: string, given: string): Person => ({
  surface: 'partner-center',
  name: `${name}@haiyun.partner.onmschina.cn`,
  family,
  given,
});

/** May do everything. */
export const wang = haiyun('wang.jianguo', '王', '建国');
/** Billing admin: sees prices. */
export const li = haiyun('li.na', '李', '娜');
/** Admin agent: sees prices and may pin offers. */
export const zhang = haiyun('zhang.wei', '张', '伟');
/** Sales agent: sells and sees no price. */
export const chen = haiyun('chen.jing', '陈', '静');
/** Helpdesk agent. */
export const liu = haiyun('liu.yang', '刘', '洋');
/** Has a temporary password. */
export const wu = haiyun('wu.lan', '吴', '岚');
/** Of another partner, without any role. */
export const ouyang: Person = {
  surface: 'partner-center',
  name: 'ouyang.yu@nanxing.partner.onmschina.cn',
  family: '欧阳',
  given: '雨',
};
/** A customer's administrator. */
export const qian: Person = {
  surface: 'admin-center',
  name: 'qian.lihua@jixiang.partner.onmschina.cn',
  family: '钱',
  given: '丽华',
};
/** Publishes price lists at the operator. */
export const hu: Person = {
  surface: 'back-office',
  name: 'hu.yue@21vianet.example',
  family: '胡',
  given: '月',
};
/** Looks after credit and collections at the operator. */
export const ma: Person = {
  surface: 'back-office',
  name: 'ma.jun@21vianet.example',
  family: '马',
  given: '骏',
};
/** Runs the service at the operator. */
export const gao: Person = {
  surface: 'back-office',
  name: 'gao.xiang@21vianet.example',
  family: '高',
  given: '翔',
};
/** Reads all logs at the operator. */
export const shen: Person = {
  surface: 'back-office',
  name: 'shen.wen@21vianet.example',
  family: '沈',
  given: '文',
};
