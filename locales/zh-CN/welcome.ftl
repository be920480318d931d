# 登录前的首页。
welcome-title = 由{ $operator }运营的合作伙伴中心
welcome-text = 面向在中国转售由{ $operator }运营的云服务的公司的门户。
welcome-read-guide = 阅读计划指南和协议
welcome-enrol = 注册
welcome-about = 关于此门户
welcome-operator = 云解决方案提供商 (CSP) 计划的经销商在此管理客户、订阅和帐单。技术由 Microsoft 授权。服务由{ $operator }运营和提供，而非由 Microsoft 提供：{ $operator }负责服务的交付、计费和客户支持。
welcome-data = 客户数据保留在中国。
welcome-law = 服务受中国法律约束。
welcome-enrolled = 只有已注册加入该计划的公司才能销售。

## 两份文档

welcome-guide = 计划指南和经销商协议
welcome-guide-text = 两份文档说明了对经销商的要求。请在注册前阅读。
welcome-program-guide = 计划指南
welcome-program-guide-text = 该计划对经销商的要求，其中包括全年每天全天候为客户提供支持。
welcome-agreement = 经销商协议
welcome-agreement-text = 您的公司与运营方之间的合同。在注册的最后一步，由您公司的全局管理员签署；付款期限和支持义务以该协议为准。
welcome-guide-where = 这两份文档由{ $operator }发布；请向其索取当前版本。

## 注册

welcome-enrol-title = 为您的公司注册
welcome-enrol-text = 注册分为多个步骤，可能需要数周：先审核申请，再进行信用检查，然后设置帐户。请准备：
welcome-enrol-admin = 公司工作或学校帐户的全局管理员登录信息；
welcome-enrol-mpn = 您的 MPN ID：必须是 Microsoft 合作伙伴网络的成员；
welcome-enrol-support = 客户联系您的支持团队的方式：网站、电子邮件地址和电话号码。
welcome-enrol-where = 注册由{ $operator }受理：请向其提出申请。公司获得授权后，即可在此登录。

## 登录位置

welcome-for-partners = 面向已注册公司的人员
welcome-for-customers = 面向使用服务的公司的人员
welcome-for-staff = 面向运营方的工作人员
